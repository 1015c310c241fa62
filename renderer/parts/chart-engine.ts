import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use as register, type EChartsCoreOption } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'

register([BarChart, CustomChart, LineChart, GridComponent, LabelLayout, CanvasRenderer, SVGRenderer])

/** The same drawing as the text of an SVG document; nothing of it comes into the window. */
export function svgOf(option: EChartsCoreOption, size: { readonly width: number; readonly height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption(option)
  const svg = chart.renderToSVGString({ useViewBox: false })
  chart.dispose()
  return svg
}

export { init }
