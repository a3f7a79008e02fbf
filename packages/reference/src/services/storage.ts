import type { Service } from '../service.ts'

export const s3: Service = {
  prefix: 's3',
  label: 'S3',
  types: [
    ['bucket', 'S3 bucket', '::{bucket}'],
    ['object', 'S3 object', '::{bucket}/{+object}'],
    ['accesspoint', 'S3 access point', '{region}:{account}:accesspoint/{name}'],
  ],
  actions: [
    ['List', 'bucket', 'ListBucket ListBucketVersions ListBucketMultipartUploads'],
    ['Read', 'object', 'GetObject GetObjectVersion GetObjectAcl GetObjectTagging GetObjectAttributes'],
    ['Read', 'object', 'GetObjectRetention GetObjectLegalHold'],
    ['List', 'object', 'ListMultipartUploadParts'],
    [
      'Write',
      'object',
      'PutObject DeleteObject DeleteObjectVersion RestoreObject AbortMultipartUpload ReplicateObject',
    ],
    ['Write', 'object', 'PutObjectRetention PutObjectLegalHold'],
    ['Permissions management', 'object', 'PutObjectAcl PutObjectVersionAcl BypassGovernanceRetention'],
    ['Tagging', 'object', 'PutObjectTagging DeleteObjectTagging'],
    ['Read', 'bucket', 'GetBucketLocation GetBucketPolicy GetBucketAcl GetBucketVersioning GetBucketTagging'],
    ['Read', 'bucket', 'GetBucketPublicAccessBlock GetEncryptionConfiguration GetLifecycleConfiguration'],
    [
      'Read',
      'bucket',
      'GetBucketNotification GetBucketLogging GetBucketCORS GetBucketWebsite GetReplicationConfiguration',
    ],
    ['Write', 'bucket', 'CreateBucket DeleteBucket PutBucketVersioning PutEncryptionConfiguration'],
    [
      'Write',
      'bucket',
      'PutLifecycleConfiguration PutBucketNotification PutBucketLogging PutBucketCORS PutBucketWebsite',
    ],
    ['Write', 'bucket', 'PutReplicationConfiguration'],
    [
      'Permissions management',
      'bucket',
      'PutBucketPolicy DeleteBucketPolicy PutBucketAcl PutBucketPublicAccessBlock',
    ],
    ['Permissions management', 'bucket', 'PutBucketOwnershipControls'],
    ['Tagging', 'bucket', 'PutBucketTagging'],
    ['Read', 'accesspoint', 'GetAccessPoint GetAccessPointPolicy'],
    ['Write', 'accesspoint', 'CreateAccessPoint DeleteAccessPoint'],
    ['Permissions management', 'accesspoint', 'PutAccessPointPolicy DeleteAccessPointPolicy'],
    ['List', '', 'ListAllMyBuckets ListAccessPoints'],
    ['Read', '', 'GetAccountPublicAccessBlock'],
    ['Permissions management', '', 'PutAccountPublicAccessBlock'],
  ],
}

export const ecr: Service = {
  prefix: 'ecr',
  label: 'ECR',
  types: [['repository', 'ECR repository', '{region}:{account}:repository/{+name}']],
  actions: [
    [
      'Read',
      'repository',
      'BatchGetImage GetDownloadUrlForLayer BatchCheckLayerAvailability GetRepositoryPolicy',
    ],
    ['Read', 'repository', 'DescribeImages DescribeImageScanFindings GetLifecyclePolicy ListTagsForResource'],
    ['List', 'repository', 'ListImages DescribeRepositories'],
    [
      'Write',
      'repository',
      'PutImage InitiateLayerUpload UploadLayerPart CompleteLayerUpload BatchDeleteImage',
    ],
    [
      'Write',
      'repository',
      'CreateRepository DeleteRepository PutLifecyclePolicy PutImageScanningConfiguration',
    ],
    ['Write', 'repository', 'PutImageTagMutability StartImageScan'],
    ['Permissions management', 'repository', 'SetRepositoryPolicy DeleteRepositoryPolicy'],
    ['Tagging', 'repository', 'TagResource UntagResource'],
    ['Read', '', 'GetAuthorizationToken DescribeRegistry GetRegistryPolicy'],
    ['Permissions management', '', 'PutRegistryPolicy DeleteRegistryPolicy'],
  ],
}
