import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import type { svgOf } from './chart-engine'
import { readColors, type ChartColors } from './chart-colors'
import { PICTURE_RATIO } from './canvas-picture'
import type { Drawing } from './picture'

/** The renderer puts the font's name into an attribute as it is. */
const svgColors = (colors: ChartColors): ChartColors => ({ ...colors, font: colors.font.replaceAll('"', "'") })

/** Brings the library that draws. It is half of the window's code, so the window opens, and shows figures, without it. */
export const loadCharts = () => import('./chart-engine')

export interface Drawn {
  /** The drawing as it stands; null before it has a size. */
  readonly drawing: () => Drawing | null
  readonly colors: () => ChartColors | null
}

/**
 * The drawn part of a chart, sized by its parent. `option` must stay the same function while there is nothing new to
 * draw. Drawn on a canvas, because the SVG renderer writes style attributes, which the content security policy
 * forbids. One instance lives as long as the part, but for a change of the screen's resolution.
 */
export function ChartCanvas({
  option,
  theme,
  className,
  ref,
}: {
  readonly option: (colors: ChartColors) => EChartsCoreOption
  readonly theme: string
  readonly className: string
  readonly ref?: Ref<Drawn>
}) {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const colors = useRef<ChartColors | null>(null)
  const latest = useRef(option)
  const still = useRef<typeof svgOf | null>(null)

  useEffect(() => {
    const host = element.current
    if (!host) return
    let ratio = 0
    let stop: (() => void) | null = null
    let gone = false
    const draw = (): void => {
      if (!chart.current) return
      colors.current ??= readColors(host)
      chart.current.setOption(latest.current(colors.current), { notMerge: true })
    }
    void loadCharts().then(({ init, svgOf }) => {
      still.current = svgOf
      if (gone) return
      const observer = new ResizeObserver(([entry]) => {
        const { width, height } = entry?.contentRect ?? { width: 0, height: 0 }
        if (width === 0 || height === 0) return
        if (chart.current && ratio === window.devicePixelRatio) return chart.current.resize({ width, height })
        chart.current?.dispose()
        ratio = window.devicePixelRatio
        chart.current = init(host, null, { renderer: 'canvas', width, height })
        draw()
      })
      observer.observe(host)
      stop = () => observer.disconnect()
      void document.fonts.ready.then(draw)
    })
    return () => {
      gone = true
      stop?.()
      chart.current?.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    colors.current = null
  }, [theme])

  useEffect(() => {
    latest.current = option
    const host = element.current
    if (!host || !chart.current) return
    colors.current ??= readColors(host)
    // With the next frame: what changes several times before it is drawn once.
    chart.current.setOption(option(colors.current), { notMerge: true, lazyUpdate: true })
  }, [option, theme])

  useImperativeHandle(
    ref,
    () => ({
      drawing: () => {
        const [drawn, draw, shades] = [chart.current, still.current, colors.current]
        if (!drawn || !draw || !shades) return null
        const size = { width: drawn.getWidth(), height: drawn.getHeight() }
        return {
          ...size,
          canvas: () => drawn.renderToCanvas({ pixelRatio: PICTURE_RATIO }),
          svg: () => draw(latest.current(svgColors(shades)), size),
        }
      },
      colors: () => colors.current,
    }),
    [],
  )

  return <div className={className} ref={element} aria-hidden="true" />
}
