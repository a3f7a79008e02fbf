import { attach, bucket, policy, user } from '../draw.ts'
import type { Example } from '../example.ts'
import { allow, bucketArn, objectsArn } from '../statements.ts'

const file = `${bucketArn('my-bucket')}/report.csv`

export const bucketAndObjects: Example = {
  id: 'bucket-and-objects',
  title: 'A bucket is not its objects',
  summary: 'Listing is asked of the bucket, reading of what is in it: two addresses, two statements.',
  commands: [
    bucket('my-bucket'),
    user('lister'),
    user('reader'),
    user('browser'),
    policy('ListMyBucket', allow('s3:ListBucket', bucketArn('my-bucket'), { Sid: 'SeeWhatIsThere' })),
    policy('ReadMyObjects', allow('s3:GetObject', objectsArn('my-bucket'), { Sid: 'ReadWhatIsThere' })),
    attach('ListMyBucket', 'user:lister', 'user:browser'),
    attach('ReadMyObjects', 'user:reader', 'user:browser'),
  ],
  walk: [
    {
      text: 'The bucket has the address `arn:aws:s3:::my-bucket`. What is in it has `arn:aws:s3:::my-bucket/` and a name. To AWS these are two different things.',
      show: [{ label: 'Select the bucket', select: 'resource:my-bucket' }],
    },
    {
      text: 'The lister sees the names and cannot open anything. The reader opens what it knows the name of, and cannot look around.',
      show: [
        {
          label: 'May the lister read?',
          ask: {
            principal: 'user:lister',
            resource: 'resource:my-bucket',
            action: 's3:GetObject',
            target: objectsArn('my-bucket'),
          },
        },
        {
          label: 'May the reader list?',
          ask: {
            principal: 'user:reader',
            resource: 'resource:my-bucket',
            action: 's3:ListBucket',
            target: bucketArn('my-bucket'),
          },
        },
      ],
    },
    {
      text: 'Who browses needs both. And a warning: the action that reads an object is `s3:GetObject`. A widely read introduction writes `s3:GetItem`, which S3 does not know; such a statement allows nothing and nobody complains.',
      show: [{ label: 'Open ReadMyObjects', select: 'policy:ReadMyObjects' }],
    },
  ],
  expectations: [
    { principal: 'user:lister', action: 's3:ListBucket', resource: bucketArn('my-bucket'), expect: 'Allow' },
    { principal: 'user:lister', action: 's3:GetObject', resource: file, expect: 'ImplicitDeny' },
    { principal: 'user:reader', action: 's3:GetObject', resource: file, expect: 'Allow' },
    {
      principal: 'user:reader',
      action: 's3:ListBucket',
      resource: bucketArn('my-bucket'),
      expect: 'ImplicitDeny',
    },
    { principal: 'user:browser', action: 's3:ListBucket', resource: bucketArn('my-bucket'), expect: 'Allow' },
    { principal: 'user:browser', action: 's3:GetObject', resource: file, expect: 'Allow' },
  ],
}
