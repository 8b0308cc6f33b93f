namespace StorageKit;

/// <summary>What <c>AddStorageKit</c> can be told beside the configuration. Set it there; it is read while the host
/// starts, and not changed afterwards.</summary>
/// <example><code>
/// builder.Services.AddStorageKit(Drivers.CreateRegistry(), "storage.toml", storage =>
/// {
///     storage.Tenants["acme"] = TenantId.Parse("6f9d2c1e-7a43-4f0b-9a52-0d6c1b8e4f77");
///     storage.Environment = name => builder.Configuration[name];      // ${NAME} in the file
/// });
/// </code></example>
public sealed class StorageHostingOptions
{
    /// <summary>Names of tenants, compared ordinally: <c>[FromKeyedServices("acme")] IAuditSink</c>. Their stores are
    /// opened when the host starts. A tenant without a name is asked for by its <see cref="TenantId"/>, or its text,
    /// and opened then.</summary>
    public IDictionary<string, TenantId> Tenants { get; } =
        new Dictionary<string, TenantId>(StringComparer.Ordinal);

    /// <summary>Looks up what <c>${NAME}</c> stands for in a secret option; null when there is none. The process's
    /// environment when nothing else is said.</summary>
    public Func<string, string?> Environment { get; set; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Whether the file is looked at each second while the host runs: a changed
    /// <c>[storage.encryption]</c> is applied, everything else is checked and said in the log, and in the health check
    /// <c>storage</c>. True when nothing else is said; a configuration without a file is never read again.</summary>
    public bool ReloadOnChange { get; set; } = true;
}
