import { useId, useMemo, useRef, useState } from 'react'
import { BRAND_COLORS, BRAND_FONTS, brandWarnings, EARSHOT_BRAND, MAX_NAME, type Brand, type BrandWarning } from '../../../shared/report/layout/brand'
import { layOut } from '../../../shared/report/layout/lay-out'
import type { Outline } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { DeckPage } from '../../parts/deck-page'
import { Dialog } from '../../parts/dialog'
import { InputField } from '../../parts/input-field'
import { Select } from '../../parts/select'
import { logoPicture } from './logo-picture'

/** Name, colours, face and logo of the company, with the cover and a page as they will be. */
export function BrandDialog({ outline, onClose }: { readonly outline: Outline; readonly onClose: () => void }) {
  const { t } = useWords()
  const commands = useCommands()
  const kept = useSession((state) => state.summary.brand) ?? EARSHOT_BRAND
  const [brand, setBrand] = useState(kept)
  const [isBad, setBad] = useState(false)
  const change = (patch: Partial<Brand>): void => setBrand((before) => ({ ...before, ...patch }))
  const chosen = useRef<HTMLInputElement>(null)
  const takePicture = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const logo = await logoPicture(file)
    setBad(logo === null)
    if (logo) change({ logo })
    if (chosen.current) chosen.current.value = ''
  }
  const save = (): void => {
    void commands.saveBrand({ ...brand, name: brand.name.trim() })
    onClose()
  }
  return (
    <Dialog title={t('brand.title')} closeLabel={t('app.close')} onClose={onClose} wide>
      <div className="brand-body">
        <div className="brand-fields">
          <InputField label={t('brand.name')} value={brand.name} onChange={(name) => change({ name: name.slice(0, MAX_NAME) })} />
          <Select label={t('brand.font')} value={brand.font} options={BRAND_FONTS.map((font) => ({ value: font, label: font }))} onChange={(font) => change({ font: BRAND_FONTS.find((each) => each === font) ?? brand.font })} />
          <p className="quiet">{t('brand.font.hint')}</p>
          <fieldset className="brand-colors">
            <legend className="field-label">{t('brand.colors')}</legend>
            {BRAND_COLORS.map((color) => (
              <ColorField key={color} label={t(`brand.color.${color}`)} value={brand[color]} onChange={(value) => change({ [color]: value })} />
            ))}
          </fieldset>
          <Warnings brand={brand} />
          <fieldset className="brand-logo">
            <legend className="field-label">{t('brand.logo')}</legend>
            <input
              ref={chosen}
              className="visually-hidden"
              type="file"
              tabIndex={-1}
              accept="image/png,image/jpeg,image/svg+xml"
              aria-label={t('brand.logo.choose')}
              onChange={(event) => void takePicture(event.target.files?.[0])}
            />
            {brand.logo ? <img className="brand-picture" src={`data:${brand.logo.type};base64,${brand.logo.data}`} alt={t('brand.logo.alt')} /> : null}
            <Button onPress={() => chosen.current?.click()}>{t('brand.logo.choose')}</Button>
            {brand.logo ? (
              <Button look="quiet" onPress={() => change({ logo: null })}>
                {t('brand.logo.remove')}
              </Button>
            ) : null}
            <p className="quiet" role="status">
              {t(isBad ? 'brand.logo.bad' : 'brand.logo.hint')}
            </p>
          </fieldset>
        </div>
        <Preview outline={outline} brand={brand} />
      </div>
      <div className="brand-acts">
        <Button look="primary" onPress={save}>
          {t('brand.save')}
        </Button>
        <Button look="quiet" onPress={() => setBrand(EARSHOT_BRAND)}>
          {t('brand.reset')}
        </Button>
      </div>
    </Dialog>
  )
}

/** A colour by eye or by its six digits. */
function ColorField({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="brand-color">
      <input id={id} type="color" value={`#${value.toLowerCase()}`} onChange={(event) => onChange(event.target.value.slice(1).toUpperCase())} />
      <label htmlFor={id}>{label}</label>
      <input
        className="text-input"
        type="text"
        aria-label={`${label}, #`}
        spellCheck={false}
        maxLength={7}
        value={typed ?? `#${value}`}
        onChange={(event) => {
          const digits = event.target.value.replace(/^#/, '').toUpperCase()
          setTyped(event.target.value)
          if (/^[0-9A-F]{6}$/.test(digits)) onChange(digits)
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  )
}

function Warnings({ brand }: { readonly brand: Brand }) {
  const { t } = useWords()
  const words = (warning: BrandWarning): string =>
    warning.kind === 'alike'
      ? t('brand.alike', { a: t(`brand.color.${warning.colors[0]}`), b: t(`brand.color.${warning.colors[1]}`) })
      : t('brand.contrast', { color: t(`brand.color.${warning.color}`), ratio: warning.ratio.toFixed(1), least: warning.color === 'accent' ? '4.5' : '3' })
  const warnings = brandWarnings(brand)
  return (
    <ul className="brand-warnings" role="status">
      {warnings.map((warning) => (
        <li key={words(warning)} className="mark">
          {words(warning)}
        </li>
      ))}
    </ul>
  )
}

/** The cover and the first page with figures. */
function Preview({ outline, brand }: { readonly outline: Outline; readonly brand: Brand }) {
  const { t } = useWords()
  const pages = useMemo(() => {
    const all = layOut(outline, brand)
    const cover = all.find(({ master }) => master === 'cover')
    const page = all.find(({ master }) => master !== 'cover')
    return [cover, page].flatMap((each) => each ?? [])
  }, [outline, brand])
  return (
    <div className="brand-preview" role="group" aria-label={t('brand.preview')}>
      {pages.map(({ id, title, frame, blocks }) => (
        <div key={id} className="summary-paper">
          <DeckPage title={title} blocks={[...frame, ...blocks]} locale={outline.locale} brand={brand} isPicture />
        </div>
      ))}
    </div>
  )
}
