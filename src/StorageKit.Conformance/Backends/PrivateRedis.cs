using System.Globalization;
using System.Net.Sockets;
using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance;

/// <summary>A Redis of the suite's own, which writes to disk before it acknowledges. Started on a Unix system;
/// thread-safe.</summary>
/// <example><code>
/// protected override ValueTask&lt;DriverHarness> StartAsync(SuiteScope scope) =>
///     PrivateRedis.HarnessAsync(scope, at => $"host = '{at.Host}'\nport = {at.Port}");
/// </code></example>
public sealed class PrivateRedis : PrivateServer
{
    const int Terminate = 15;

    readonly RedisSettings _settings;
    readonly string _program;

    PrivateRedis(SuiteScope scope, Func<BackendAddress, string>? section, RedisSettings settings)
        : base(scope, "redis", "redis", section, settings.StartPatience)
    {
        _settings = settings;
        _program = Programs.Find(
            settings.Program,
            "apt-get install redis-server, or say where it is: new RedisSettings { Program = \"/path/to/it\" }.");
    }

    /// <inheritdoc/>
    public override BackendAddress Address => new("127.0.0.1", Port, Password: _settings.Password);

    private protected override int StopSignal => Terminate;

    private protected override IEnumerable<string> Command
    {
        get
        {
            var options = new Dictionary<string, string>
            {
                ["bind"] = "127.0.0.1", ["port"] = Port.ToString(CultureInfo.InvariantCulture), ["dir"] = Folder,
                ["daemonize"] = "no", ["appendonly"] = "yes", ["appendfsync"] = "always", ["save"] = "",
            };
            if (_settings.Password.Length > 0) options["requirepass"] = _settings.Password;
            foreach (var (name, value) in _settings.Options) options[name] = value;
            return [_program, .. options.SelectMany(option => new[] { $"--{option.Key}", option.Value })];
        }
    }

    /// <summary>Starts a Redis and makes a harness of it.</summary>
    /// <param name="scope">The suite's; the server's files go below its folder.</param>
    /// <param name="section">What stands in the driver's section for an address.</param>
    /// <param name="probes">More probes; where one is of the same kind as the server, it is used instead.</param>
    /// <exception cref="BackendException">Redis is not installed, or did not start.</exception>
    public static async ValueTask<DriverHarness> HarnessAsync(
        SuiteScope scope, Func<BackendAddress, string> section, params object[] probes) =>
        (await StartAsync(scope, section).ConfigureAwait(false)).Harness(probes);

    /// <summary>Starts a Redis; returns when it answers.</summary>
    /// <param name="scope">The suite's; the server's files go below its folder.</param>
    /// <param name="section">What stands in the driver's section for an address; null when no driver is opened.</param>
    /// <param name="settings">Null for the kit's own.</param>
    /// <param name="cancellationToken">Gives up, and leaves nothing behind.</param>
    /// <exception cref="BackendException">Redis is not installed, or did not start.</exception>
    public static async ValueTask<PrivateRedis> StartAsync(
        SuiteScope scope, Func<BackendAddress, string>? section = null, RedisSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var redis = new PrivateRedis(scope, section, settings ?? new RedisSettings());
        await redis.StartFirstAsync(cancellationToken).ConfigureAwait(false);
        return redis;
    }

    /// <summary>Sends a command, each word a bulk string; returns a status, a number or a string as text.</summary>
    /// <exception cref="BackendException">The server answered with an error.</exception>
    public async ValueTask<string> AskAsync(string[] command, CancellationToken cancellationToken = default)
    {
        using var connection = await RedisConnection.OpenAsync(Address, cancellationToken).ConfigureAwait(false);
        return await connection.AskAsync(cancellationToken, command).ConfigureAwait(false);
    }

    private protected override async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        const string Version = "redis_version:";
        var lines = (await AskAsync(["INFO", "server"], cancellationToken).ConfigureAwait(false)).Split('\n');
        var version = lines.First(line => line.StartsWith(Version, StringComparison.Ordinal));
        return "Redis " + version[Version.Length..].Trim();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default)
    {
        using var connection = await RedisConnection.OpenAsync(Address, cancellationToken).ConfigureAwait(false);
        var own = "id=" + await connection.AskAsync(cancellationToken, "CLIENT", "ID").ConfigureAwait(false) + " ";
        var list = await connection.AskAsync(cancellationToken, "CLIENT", "LIST").ConfigureAwait(false);
        return list.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Count(line => !line.StartsWith(own, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public override async ValueTask<long> CounterKeysAsync(
        TenantId tenant, CancellationToken cancellationToken = default) =>
        long.Parse(await AskAsync(["DBSIZE"], cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);

    private protected override Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private protected override async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(["PING"], cancellationToken).ConfigureAwait(false) == "PONG";
        }
        catch (Exception e) when (e is SocketException or IOException or BackendException)
        {
            return false; // Nobody listens yet, or it still loads its data.
        }
    }

    private protected override async Task FlushAsync(CancellationToken cancellationToken) =>
        await AskAsync(["SAVE"], cancellationToken).ConfigureAwait(false);
}
