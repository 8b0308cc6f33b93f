namespace StorageKit;

/// <summary>The kind of a secret that was found in a payload. The JSON form is the exact name.</summary>
public enum CredentialKind
{
    /// <summary>Anthropic Key.</summary>
    AnthropicKey,

    /// <summary>Aws Access Key.</summary>
    AwsAccessKey,

    /// <summary>Gcp Service Account.</summary>
    GcpServiceAccount,

    /// <summary>Open Ai Key.</summary>
    OpenAiKey,

    /// <summary>Azure Connection String.</summary>
    AzureConnectionString,

    /// <summary>Git Hub App Token.</summary>
    GitHubAppToken,

    /// <summary>Git Hub OAuth Token.</summary>
    GitHubOAuthToken,

    /// <summary>Git Hub Pat.</summary>
    GitHubPat,

    /// <summary>Git Hub Refresh Token.</summary>
    GitHubRefreshToken,

    /// <summary>Git Hub User Token.</summary>
    GitHubUserToken,

    /// <summary>Slack App Token.</summary>
    SlackAppToken,

    /// <summary>Slack Bot Token.</summary>
    SlackBotToken,

    /// <summary>Slack OAuth Token.</summary>
    SlackOAuthToken,

    /// <summary>Slack Refresh Token.</summary>
    SlackRefreshToken,

    /// <summary>Slack User Token.</summary>
    SlackUserToken,

    /// <summary>Mongodb Url.</summary>
    MongodbUrl,

    /// <summary>Mysql Url.</summary>
    MysqlUrl,

    /// <summary>Postgres Url.</summary>
    PostgresUrl,

    /// <summary>Ec Private Key.</summary>
    EcPrivateKey,

    /// <summary>Openssh Private Key.</summary>
    OpensshPrivateKey,

    /// <summary>Pgp Private Key.</summary>
    PgpPrivateKey,

    /// <summary>Private Key.</summary>
    PrivateKey,

    /// <summary>Rsa Private Key.</summary>
    RsaPrivateKey,

    /// <summary>Credit Card Luhn.</summary>
    CreditCardLuhn,

    /// <summary>Email Address.</summary>
    EmailAddress,

    /// <summary>Ssn Pattern.</summary>
    SsnPattern,

    /// <summary>Generic High Entropy.</summary>
    GenericHighEntropy,

    /// <summary>Custom.</summary>
    Custom,
}
