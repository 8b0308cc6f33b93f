namespace StorageKit;

/// <summary>The kind of a secret that was found in a payload. The JSON form is the exact name.</summary>
public enum CredentialKind
{
    /// <summary>An API key of Anthropic.</summary>
    AnthropicKey,

    /// <summary>An access key of AWS.</summary>
    AwsAccessKey,

    /// <summary>A service account key of Google Cloud.</summary>
    GcpServiceAccount,

    /// <summary>An API key of OpenAI.</summary>
    OpenAiKey,

    /// <summary>A connection string of Azure.</summary>
    AzureConnectionString,

    /// <summary>A GitHub App token.</summary>
    GitHubAppToken,

    /// <summary>A GitHub OAuth token.</summary>
    GitHubOAuthToken,

    /// <summary>A GitHub personal access token.</summary>
    GitHubPat,

    /// <summary>A GitHub refresh token.</summary>
    GitHubRefreshToken,

    /// <summary>A GitHub user token.</summary>
    GitHubUserToken,

    /// <summary>A Slack app token.</summary>
    SlackAppToken,

    /// <summary>A Slack bot token.</summary>
    SlackBotToken,

    /// <summary>A Slack OAuth token.</summary>
    SlackOAuthToken,

    /// <summary>A Slack refresh token.</summary>
    SlackRefreshToken,

    /// <summary>A Slack user token.</summary>
    SlackUserToken,

    /// <summary>A MongoDB URL with credentials.</summary>
    MongodbUrl,

    /// <summary>A MySQL URL with credentials.</summary>
    MysqlUrl,

    /// <summary>A PostgreSQL URL with credentials.</summary>
    PostgresUrl,

    /// <summary>An elliptic-curve private key.</summary>
    EcPrivateKey,

    /// <summary>An OpenSSH private key.</summary>
    OpensshPrivateKey,

    /// <summary>A PGP private key.</summary>
    PgpPrivateKey,

    /// <summary>A private key of no further known kind.</summary>
    PrivateKey,

    /// <summary>An RSA private key.</summary>
    RsaPrivateKey,

    /// <summary>Digits that pass the check of a payment card number.</summary>
    CreditCardLuhn,

    /// <summary>An email address.</summary>
    EmailAddress,

    /// <summary>Digits in the pattern of a US social security number.</summary>
    SsnPattern,

    /// <summary>A text too random to be prose.</summary>
    GenericHighEntropy,

    /// <summary>What a rule of the operator found.</summary>
    Custom,
}
