import type { Lesson, Prediction } from '@iam-canvas/lessons'
import { changeProgress } from './learning.ts'
import styles from './lessons.module.css'
import { WithCode } from './WithCode.tsx'

interface PredictionsProps {
  readonly lesson: Lesson
  readonly predicted: Readonly<Record<string, number>>
}

/** Questions to answer before the lines and signs tell it. A wrong guess costs nothing. */
export function Predictions({ lesson, predicted }: PredictionsProps) {
  // One at a time: the next question may give the answer to this one away.
  const current = lesson.predictions.findIndex((_, place) => predicted[place] === undefined)
  const shown = current < 0 ? lesson.predictions : lesson.predictions.slice(0, current + 1)
  return (
    <section aria-label="What do you think?" className={styles.predictions}>
      <h3>What do you think?</h3>
      {shown.map((prediction, place) => (
        <Question
          key={prediction.question}
          prediction={prediction}
          chosen={predicted[place]}
          onChoose={option => changeProgress(lesson.id, { predicted: { ...predicted, [place]: option } })}
        />
      ))}
    </section>
  )
}

interface QuestionProps {
  readonly prediction: Prediction
  readonly chosen: number | undefined
  readonly onChoose: (option: number) => void
}

function Question({ prediction: { question, options, answer, because }, chosen, onChoose }: QuestionProps) {
  return (
    <div className={styles.prediction}>
      <p>
        <WithCode text={question} />
      </p>
      {chosen === undefined ? (
        <div className={styles.options}>
          {options.map((option, place) => (
            <button key={option} type="button" className={styles.option} onClick={() => onChoose(place)}>
              <WithCode text={option} />
            </button>
          ))}
        </div>
      ) : (
        <p role="status" className={chosen === answer ? styles.right : styles.wrong}>
          <b>{chosen === answer ? 'Yes.' : `It is “${options[answer]?.replaceAll('`', '')}”.`}</b>{' '}
          <WithCode text={because} />
        </p>
      )}
    </div>
  )
}
