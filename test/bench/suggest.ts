import { readFileSync } from 'node:fs'
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import Papa from 'papaparse'
import { seededRandom } from '../../shared/base/seeded-random'
import { quietTask } from '../../shared/base/task'
import { FeatureSpace } from '../../shared/suggest/feature-space'
import { learnTagger, studied, tagScores } from '../../shared/suggest/tagger'

// The suggester against human codes: trained on four fifths of the patients' comments, asked for the label of the others.
// Each comment has one label and gets one, so micro-F1 is the share that is right. Prints one JSON line of figures.
const [path = ''] = process.argv.slice(2)
const SEED = 1
const TRAINED = 0.8

interface Coded {
  readonly feedback: string
  readonly label: string
}

const { data } = Papa.parse<Coded>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true })
const random = seededRandom(SEED)
const training: Coded[] = []
const rest: Coded[] = []
for (const row of data) if (row.feedback.trim() !== '') (random() < TRAINED ? training : rest).push(row)
const labels = [...new Set(training.map(({ label }) => label))]

const figures = new Map<string, number>([
  ['rows trained on', training.length],
  ['rows asked', rest.length],
  ['labels', labels.length],
])
/** Micro-F1 of one label each. */
const share = (guess: (text: string) => string): number => rest.filter(({ feedback, label }) => guess(feedback) === label).length / rest.length

const counts = labels.map((label) => training.filter((row) => row.label === label).length)
const majority = labels[counts.indexOf(Math.max(...counts))]!
figures.set('micro-F1 majority label', share(() => majority))
{
  const bayes = new BayesClassifier()
  for (const { feedback, label } of training) bayes.addDocument(feedback, label)
  bayes.train()
  figures.set('micro-F1 naive Bayes of natural', share((text) => bayes.classify(text)))
}
{
  const start = performance.now()
  const space = new FeatureSpace()
  const texts = training.map(({ feedback }) => studied(feedback, space))
  const courses = labels.map((code) => ({ code, answers: Float32Array.from(training, ({ label }) => (label === code ? 1 : -1)) }))
  const tagger = (await learnTagger(texts, courses, space.size, quietTask))!
  figures.set('trained in ms', performance.now() - start)
  const best = (text: string): string => [...tagScores(tagger, space, text)].reduce((one, other) => (other[1] > one[1] ? other : one))[0]
  figures.set('micro-F1 suggester', share(best))
}
console.log(JSON.stringify(Object.fromEntries(figures)))
