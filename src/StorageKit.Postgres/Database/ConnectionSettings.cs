using System.Globalization;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>The pool of connections, set up from the options.</summary>
internal static class ConnectionSettings
{
    // More than the stores have.
    const int PreparedStatements = 64;

    /// <remarks>Npgsql reads numbers of a connection string in the current culture; under ar-SA it takes -1 for no
    /// number.</remarks>
    internal static NpgsqlDataSource PoolOf(PostgresOptions options, bool isPooled = true, bool prepares = false)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return Build(options, isPooled, prepares);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    static NpgsqlDataSource Build(PostgresOptions options, bool isPooled, bool prepares)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = options.Host,
            Port = options.Port,
            Database = options.Database,
            Username = options.Username,
            Password = options.Password,
            ApplicationName = "StorageKit",
            Pooling = isPooled,
            MaxPoolSize = options.MaxPoolSize,
            Timeout = (int)Math.Ceiling(options.ConnectTimeout.TotalSeconds),
            SslMode = Enum.Parse<SslMode>(options.SslMode.ToString(), ignoreCase: true),
            GssEncryptionMode = GssEncryptionMode.Disable,
            TcpKeepAlive = true,
            Enlist = false,
            // Values of rows stay out of exceptions.
            IncludeErrorDetail = false,
            // No session state but prepared statements, and these only where no pooler stands in between: every setting
            // ends with its transaction, so there is nothing to reset.
            NoResetOnClose = true,
            MaxAutoPrepare = prepares ? PreparedStatements : 0,
            AutoPrepareMinUsages = 2,
            // This driver's own time-outs end a call. Who asks the server to cancel has to wait for its answer; a
            // connection that is given up at once cannot hand a late answer to the next call either.
            CommandTimeout = 0,
            CancellationTimeout = -1,
        };
        if (options.RootCertificate is { } path) settings.RootCertificate = path;
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        return builder.Build();
    }

    /// <summary>The server and the database as messages call them.</summary>
    internal static string NameOf(PostgresOptions options) => string.Create(
        CultureInfo.InvariantCulture, $"the database \"{options.Database}\" at {options.Host}:{options.Port}");
}
