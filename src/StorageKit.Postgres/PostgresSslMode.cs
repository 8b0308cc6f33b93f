namespace StorageKit.Postgres;

/// <summary>How the connection to the server is encrypted; the names are libpq's.</summary>
public enum PostgresSslMode
{
    /// <summary>Never.</summary>
    Disable,

    /// <summary>Where the server offers it; whoever stands in between can prevent it.</summary>
    Prefer,

    /// <summary>Always, with whatever certificate the server shows.</summary>
    Require,

    /// <summary>Always, and the certificate must come from a trusted authority.</summary>
    VerifyCa,

    /// <summary>Always, and the certificate must come from a trusted authority and be the host's.</summary>
    VerifyFull,
}
