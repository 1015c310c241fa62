import { CustomChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use as register, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { intervalOption, type IntervalColors, type IntervalScene } from './interval-option'

register([CustomChart, GridComponent, CanvasRenderer])

function readColors(element: Element): IntervalColors {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    mark: token('--accent'),
    muted: token('--ink-muted'),
    grid: token('--line'),
    text: token('--ink-muted'),
    ground: token('--ground'),
    font: style.fontFamily,
  }
}

/**
 * The drawn part of an interval chart, sized by its parent. Drawn on a canvas, because the SVG renderer writes style
 * attributes, which the content security policy forbids; redrawn when the size, the zoom or the theme changes.
 */
export function IntervalCanvas(props: Omit<IntervalScene, 'colors'> & { readonly theme: string }) {
  const element = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  const draw = useRef<() => void>(() => undefined)

  useEffect(() => {
    const host = element.current
    if (!host) return
    let chart: EChartsType | null = null
    let ratio = 0
    draw.current = () => {
      const { clientWidth: width, clientHeight: height } = host
      if (width === 0 || height === 0) return
      if (ratio !== window.devicePixelRatio) {
        chart?.dispose()
        chart = null
        ratio = window.devicePixelRatio
      }
      chart ??= init(host, null, { renderer: 'canvas' })
      chart.resize({ width, height })
      chart.setOption(intervalOption({ ...latest.current, colors: readColors(host) }), { notMerge: true })
    }
    const observer = new ResizeObserver(() => draw.current())
    observer.observe(host)
    void document.fonts.ready.then(() => draw.current())
    return () => {
      draw.current = () => undefined
      observer.disconnect()
      chart?.dispose()
    }
  }, [])

  useEffect(() => {
    latest.current = props
    draw.current()
  })

  return <div className="interval-canvas" ref={element} aria-hidden="true" />
}
