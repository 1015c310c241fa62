import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { readColors, type ChartColors } from './chart-colors'
import { PICTURE_RATIO } from './picture'

/** Brings the library that draws. It is half of the window's code, so the window opens, and shows figures, without it. */
export const loadCharts = () => import('./chart-engine')

export interface Drawn {
  /** The drawing as it stands, at the resolution of a picture; null before it has a size. */
  readonly canvas: () => HTMLCanvasElement | null
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
    void loadCharts().then(({ init }) => {
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
      canvas: () => chart.current?.renderToCanvas({ pixelRatio: PICTURE_RATIO }) ?? null,
      colors: () => colors.current,
    }),
    [],
  )

  return <div className={className} ref={element} aria-hidden="true" />
}
