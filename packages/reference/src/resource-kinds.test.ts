import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionsFor, resourceKindOf } from './resource-kinds.ts'
import { serviceLabel, services } from './services.ts'

describe('actionsFor', () => {
  it('[M8] asks a bucket and its objects for different actions', () => {
    const bucket = actionsFor('arn:aws:s3:::b')
    const objects = actionsFor('arn:aws:s3:::b/*')
    expect(bucket).toContain('s3:ListBucket')
    expect(objects).toContain('s3:GetObject')
    expect(bucket.filter(action => objects.includes(action))).toEqual([])
  })

  it('[M8] asks a table and its indexes for different actions', () => {
    expect(actionsFor('arn:aws:dynamodb:*:111122223333:table/Game*')).toContain('dynamodb:PutItem')
    const index = actionsFor('arn:aws:dynamodb:eu-west-1:111122223333:table/Games/index/by-player')
    expect(index).toEqual(expect.arrayContaining(['dynamodb:Query', 'dynamodb:Scan']))
    expect(index).not.toContain('dynamodb:PutItem')
  })

  it('asks a role for what IAM and STS do with it', () => {
    expect(actionsFor('arn:aws:iam::111122223333:role/app/deploy')).toEqual(
      expect.arrayContaining(['iam:PassRole', 'sts:AssumeRole']),
    )
  })

  it('asks a database cluster for what RDS and its Data API do with it, and an instance for RDS alone', () => {
    expect(actionsFor('arn:aws:rds:eu-west-1:111122223333:cluster:games')).toEqual(
      expect.arrayContaining(['rds:StartDBCluster', 'rds-data:ExecuteStatement']),
    )
    const ofInstance = actionsFor('arn:aws:rds:eu-west-1:111122223333:db:games')
    expect(ofInstance.filter(action => !action.startsWith('rds:'))).toEqual([])
  })

  it('gives one array for all ARNs of a type', () => {
    expect(actionsFor('arn:aws:sqs:eu-west-1:111122223333:a')).toBe(actionsFor('arn:aws-cn:sqs:*:*:b'))
    expect(actionsFor('arn:aws:unheard-of:::a')).toBe(actionsFor('nothing at all'))
  })

  it.each([
    '',
    '*',
    'arn:aws:s3',
    'arn:aws:dynamodb:*:*:*',
    'arn:aws:sns:eu-west-1:111122223333:topic:subscription',
  ])('asks nothing of %j', arn => {
    expect(actionsFor(arn)).toEqual([])
  })

  it('[M8] takes whatever follows the first slash for an object', () => {
    const bucket = fc.string({ minLength: 1 }).filter(text => !/[/:]|\$\{/.test(text))
    fc.assert(
      fc.property(bucket, fc.string({ minLength: 1 }), (name, key) => {
        expect(actionsFor(`arn:aws:s3:::${name}`)).toBe(actionsFor('arn:aws:s3:::b'))
        expect(actionsFor(`arn:aws:s3:::${name}/${key}`)).toBe(actionsFor('arn:aws:s3:::b/*'))
      }),
    )
  })
})

describe('resourceKindOf', () => {
  it.each([
    ['arn:aws:dynamodb:eu-west-1:111122223333:table/Games', 'DynamoDB table'],
    ['arn:aws:s3:::home-${aws:username}', 'S3 bucket'],
    ['arn:aws:s3:::home/${aws:username}/*', 'S3 object'],
    ['arn:aws:s3:eu-west-1:111122223333:accesspoint/ap', 'S3 access point'],
    ['arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:*', 'CloudWatch log group'],
    ['arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:log-stream:s', 'CloudWatch log stream'],
    ['arn:aws:lambda:eu-west-1:111122223333:function:f', 'Lambda function'],
    ['arn:aws:lambda:eu-west-1:111122223333:function:f:live', 'Lambda function alias'],
    ['arn:aws:iam::111122223333:role/path/to/r', 'IAM role'],
    ['arn:aws:iam:*:111122223333:user/u', 'IAM user'],
    ['arn:aws:glue:eu-west-1:111122223333:catalog', 'Glue catalog'],
    ['arn:aws:execute-api:eu-west-1:111122223333:abc/*/GET/pets', 'API Gateway method'],
    ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/db-AbCdEf', 'Secrets Manager secret'],
  ])('%s is a %s', (arn, label) => {
    expect(resourceKindOf(arn)?.label).toBe(label)
  })

  it('recognises every listed format by its own type', () => {
    for (const { prefix, types } of services) {
      for (const [type, , format] of types) {
        const arn = `arn:aws:${prefix}:${format.replace(/\{\+?(\w+)\}/g, '$1')}`
        expect({ arn, type: resourceKindOf(arn)?.type }).toEqual({ arn, type })
      }
    }
  })
})

describe('serviceLabel', () => {
  it('says what people call a service, and the prefix where it is not listed', () => {
    expect(serviceLabel('dynamodb')).toBe('DynamoDB')
    expect(serviceLabel('braket')).toBe('braket')
  })
})
