import { useMemo } from 'react'
import type { FieldHeader, FieldView } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'
import { DataTable, type DataColumn } from '../../parts/data-table'

/** The fields of the project, with what they are for. */
export function FieldTable({ fields }: { readonly fields: readonly FieldView[] }) {
  const words = useWords()
  const columns = useMemo<readonly DataColumn<FieldView>[]>(() => {
    const { t } = words
    return [
      { id: 'number', header: '#', numeric: true, cell: ({ number }) => number },
      { id: 'name', header: t('data.field'), names: true, cell: ({ name }) => <span className="clamp">{name}</span> },
      {
        id: 'role',
        header: t('plan.role'),
        cell: ({ role }) => <span title={t(`role.${role}.hint`)}>{t(`role.${role}`)}</span>,
      },
      { id: 'kind', header: t('plan.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
      {
        id: 'label',
        header: t('data.field.label'),
        cell: ({ name, label, headers }) =>
          headers ? (
            <Headers headers={headers} />
          ) : label === name ? null : (
            <span className="clamp quiet" title={label}>
              {label}
            </span>
          ),
      },
    ]
  }, [words])
  return (
    <section className="data-fields">
      <h2>{words.t('data.fields')}</h2>
      <p className="quiet">{words.t('data.fields.hint')}</p>
      <DataTable caption={words.t('data.fields')} columns={columns} rows={fields} rowId={({ id }) => id} />
    </section>
  )
}

/** A field that was renamed: each header, and the waves that had it. */
function Headers({ headers }: { readonly headers: readonly FieldHeader[] }) {
  const { t } = useWords()
  return (
    <ul className="field-headers">
      {headers.map(({ header, waves }) => (
        <li key={header} title={header}>
          {t('data.field.header', { header, waves: waves.join(', ') })}
        </li>
      ))}
    </ul>
  )
}
