import type { Service } from '../service.ts'

export const sqs: Service = {
  prefix: 'sqs',
  label: 'SQS',
  types: [['queue', 'SQS queue', '{region}:{account}:{queue}']],
  actions: [
    ['Read', 'queue', 'ReceiveMessage GetQueueAttributes GetQueueUrl ListDeadLetterSourceQueues'],
    ['Read', 'queue', 'ListQueueTags ListMessageMoveTasks'],
    ['Write', 'queue', 'SendMessage DeleteMessage ChangeMessageVisibility PurgeQueue CreateQueue'],
    ['Write', 'queue', 'DeleteQueue StartMessageMoveTask CancelMessageMoveTask'],
    ['Permissions management', 'queue', 'SetQueueAttributes AddPermission RemovePermission'],
    ['Tagging', 'queue', 'TagQueue UntagQueue'],
    ['Read', '', 'ListQueues'],
  ],
}

export const sns: Service = {
  prefix: 'sns',
  label: 'SNS',
  types: [['topic', 'SNS topic', '{region}:{account}:{topic}']],
  actions: [
    ['Write', 'topic', 'Publish Subscribe ConfirmSubscription CreateTopic DeleteTopic'],
    ['Write', 'topic', 'PutDataProtectionPolicy Unsubscribe SetSubscriptionAttributes'],
    ['Permissions management', 'topic', 'SetTopicAttributes AddPermission RemovePermission'],
    ['Read', 'topic', 'GetTopicAttributes GetDataProtectionPolicy ListTagsForResource'],
    ['Read', 'topic', 'GetSubscriptionAttributes'],
    ['List', 'topic', 'ListSubscriptionsByTopic'],
    ['Tagging', 'topic', 'TagResource UntagResource'],
    ['List', '', 'ListTopics ListSubscriptions'],
    ['Read', '', 'GetSMSAttributes'],
    ['Write', '', 'SetSMSAttributes'],
  ],
}

export const events: Service = {
  prefix: 'events',
  label: 'EventBridge',
  types: [
    ['event-bus', 'EventBridge event bus', '{region}:{account}:event-bus/{+name}'],
    ['rule-on-default-event-bus', 'EventBridge rule', '{region}:{account}:rule/{rule}'],
    ['rule-on-custom-event-bus', 'EventBridge rule', '{region}:{account}:rule/{bus}/{rule}'],
    ['archive', 'EventBridge archive', '{region}:{account}:archive/{name}'],
    ['connection', 'EventBridge connection', '{region}:{account}:connection/{+name}'],
    ['api-destination', 'EventBridge API destination', '{region}:{account}:api-destination/{+name}'],
  ],
  actions: [
    ['Write', 'event-bus', 'PutEvents CreateEventBus UpdateEventBus DeleteEventBus'],
    ['Read', 'event-bus', 'DescribeEventBus'],
    ['Permissions management', '', 'PutPermission RemovePermission'],
    ['Read', 'rule-on-default-event-bus,rule-on-custom-event-bus', 'DescribeRule'],
    ['List', 'rule-on-default-event-bus,rule-on-custom-event-bus', 'ListTargetsByRule'],
    ['Write', 'rule-on-default-event-bus,rule-on-custom-event-bus', 'EnableRule DisableRule DeleteRule'],
    ['Write', 'rule-on-default-event-bus,rule-on-custom-event-bus', 'PutTargets RemoveTargets PutRule'],
    ['Tagging', 'event-bus,rule-on-default-event-bus,rule-on-custom-event-bus', 'TagResource UntagResource'],
    ['List', 'event-bus,rule-on-default-event-bus,rule-on-custom-event-bus', 'ListTagsForResource'],
    ['Read', 'archive', 'DescribeArchive'],
    ['Write', 'event-bus,archive', 'CreateArchive'],
    ['Write', 'archive', 'UpdateArchive DeleteArchive'],
    ['Read', 'connection', 'DescribeConnection'],
    ['Write', 'connection', 'CreateConnection UpdateConnection DeleteConnection'],
    ['Read', 'connection,api-destination', 'DescribeApiDestination'],
    ['Write', 'api-destination', 'InvokeApiDestination DeleteApiDestination'],
    ['List', '', 'ListEventBuses ListRules ListArchives ListConnections'],
    ['Read', '', 'TestEventPattern'],
  ],
}

export const kinesis: Service = {
  prefix: 'kinesis',
  label: 'Kinesis',
  types: [
    ['stream', 'Kinesis stream', '{region}:{account}:stream/{stream}'],
    ['consumer', 'Kinesis consumer', '{region}:{account}:stream/{stream}/consumer/{+consumer}'],
  ],
  actions: [
    ['Read', 'stream', 'GetRecords GetShardIterator DescribeStream DescribeStreamSummary'],
    ['Read', 'stream', 'ListTagsForStream'],
    ['Read', 'stream,consumer', 'GetResourcePolicy'],
    ['Read', 'consumer', 'SubscribeToShard DescribeStreamConsumer'],
    ['List', 'stream', 'ListShards ListStreamConsumers'],
    ['Write', 'stream', 'PutRecord PutRecords CreateStream DeleteStream SplitShard MergeShards'],
    ['Write', 'stream', 'IncreaseStreamRetentionPeriod DecreaseStreamRetentionPeriod'],
    ['Write', 'stream', 'StartStreamEncryption StopStreamEncryption RegisterStreamConsumer'],
    ['Write', '', 'UpdateShardCount UpdateStreamMode EnableEnhancedMonitoring'],
    ['Write', 'consumer', 'DeregisterStreamConsumer'],
    ['Write', 'stream,consumer', 'PutResourcePolicy DeleteResourcePolicy'],
    ['Tagging', 'stream', 'AddTagsToStream RemoveTagsFromStream'],
    ['List', '', 'ListStreams'],
    ['Read', '', 'DescribeLimits'],
  ],
}

export const firehose: Service = {
  prefix: 'firehose',
  label: 'Data Firehose',
  types: [['deliverystream', 'Firehose stream', '{region}:{account}:deliverystream/{name}']],
  actions: [
    ['Write', 'deliverystream', 'PutRecord PutRecordBatch CreateDeliveryStream'],
    ['Write', 'deliverystream', 'DeleteDeliveryStream UpdateDestination'],
    ['Write', 'deliverystream', 'StartDeliveryStreamEncryption StopDeliveryStreamEncryption'],
    ['Read', 'deliverystream', 'DescribeDeliveryStream'],
    ['List', 'deliverystream', 'ListTagsForDeliveryStream'],
    ['Tagging', 'deliverystream', 'TagDeliveryStream UntagDeliveryStream'],
    ['List', '', 'ListDeliveryStreams'],
  ],
}
