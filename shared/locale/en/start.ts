/** The start screen and the tour. */
export const startEn = {
  'start.title': 'Start',
  'start.what': 'What Earshot does',
  'start.what.1': 'Opens the survey exports you already have and shows what will happen to every row.',
  'start.what.2': 'Puts every comment into categories and shows where the Net Promoter Score moves, and how sure that is.',
  'start.what.3': 'Works on this computer alone: no server, no account, nothing leaves the machine.',
  'start.open': 'Open a survey export',
  'start.drop': 'Drop a file here',
  'start.or': 'or',
  'start.choose': 'Choose a file…',
  'start.formats': 'CSV, TSV or Excel (.xlsx) from any survey tool, or an Earshot project (.earshot)',
  'start.sample': 'Open the sample project',
  'start.sample.title': 'New here? Look around first',
  'start.sample.hint': 'Made-up answers of a company’s customers, coded and ready, with a two-minute tour.',
  'start.projects': 'Projects on this computer',
  'start.projects.none': 'No projects yet. The first file you import becomes one and is listed here.',
  'start.projects.loading': 'Looking for projects…',
  'start.project.name': 'Project',
  'start.project.changed': 'Last changed',
  'start.project.responses': 'Responses',
  'start.project.actions': 'Remove',
  'start.project.remove': 'Remove “{project}” from this computer',
  'start.project.remove.ask': 'Remove for good? There is no undo. Export the project file first to keep it.',
  'start.project.remove.yes': 'Remove for good',
  'start.project.remove.no': 'Keep',

  'tour.start': 'Take the tour',
  'tour.end': 'End the tour',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.done': 'Done',
  'tour.place': '{at} of {of}',
  'tour.screens': 'From a file to a deck',
  'tour.screens.text':
    'The screens follow the work: bring data in, code what people say, slice the score, compare periods, write the summary.',
  'tour.list': 'What people say',
  'tour.list.text':
    'Every comment with its score. Rules in the codebook tag most of them, you correct the rest by keyboard, and every tag says why it is there.',
  'tour.chart': 'Where the score is good or bad',
  'tour.chart.text':
    'A mark is a score, the line is its 95% interval, n stands under every name. Where two lines overlap a lot, do not read a difference into it.',
  'tour.filter': 'Which responses you look at',
  'tour.filter.text':
    'This sentence holds on every screen. Add a condition, or press a mark in a chart, and all figures follow.',
  'tour.summary': 'What you tell the board',
  'tour.summary.text':
    'The findings as an outline. Check it, then export it as slides with charts that can be edited, or as a workbook.',
  'tour.palette': 'Everything by name',
  'tour.palette.text':
    'Type here to reach any command, field or code. Press ? for the shortcuts of a screen. Everything you change can be undone.',
} as const
