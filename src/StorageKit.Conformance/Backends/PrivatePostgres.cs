using System.Globalization;
using System.Security.Cryptography;
using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance;

/// <summary>A PostgreSQL cluster of the suite's own, with one superuser who logs in with a password. Its default
/// collation is a natural language's where the build allows it, so that a driver which relies on byte order without
/// saying so is found out. Started on a Unix system; thread-safe.</summary>
/// <example><code>
/// protected override ValueTask&lt;DriverHarness> StartAsync(SuiteScope scope) => PrivatePostgres.HarnessAsync(
///     scope, at => $"host = '{at.Host}'\nport = {at.Port}\nusername = '{at.User}'\npassword = '{at.Password}'");
/// </code></example>
public sealed partial class PrivatePostgres : PrivateServer
{
    const int Interrupt = 2; // PostgreSQL's "fast" shutdown: sessions are ended, everything is written.
    const string Superuser = "storagekit";

    readonly PostgresSettings _settings;
    readonly PostgresPrograms _programs;
    readonly string _password = RandomNumberGenerator.GetHexString(24, lowercase: true);

    PrivatePostgres(SuiteScope scope, Func<BackendAddress, string>? section, PostgresSettings settings)
        : base(scope, "postgres", "postgres", section, settings.StartPatience)
    {
        _settings = settings;
        _programs = PostgresPrograms.Find(settings.Programs);
    }

    /// <inheritdoc/>
    public override BackendAddress Address => new("127.0.0.1", Port, Superuser, _password, "postgres");

    string Data => Path.Combine(Folder, "data");

    int Version => int.TryParse(
        File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;

    private protected override int StopSignal => Interrupt;

    private protected override IEnumerable<string> Command
    {
        get
        {
            var options = new Dictionary<string, string>
            {
                ["listen_addresses"] = "127.0.0.1", ["port"] = Port.ToString(CultureInfo.InvariantCulture),
                ["unix_socket_directories"] = "",
                ["max_connections"] = _settings.MaxConnections.ToString(CultureInfo.InvariantCulture),
                ["shared_buffers"] = "32MB",
                // In the data folder, where it goes with it; the default would outlive a kill.
                ["dynamic_shared_memory_type"] = "mmap",
                ["fsync"] = "on", ["synchronous_commit"] = "on", ["full_page_writes"] = "on",
            };
            // After a kill, one call in place of a thousand: 0.2 s instead of 2.
            if (OperatingSystem.IsLinux() && Version >= 14) options["recovery_init_sync_method"] = "syncfs";
            foreach (var (name, value) in _settings.Options) options[name] = value;
            return
            [
                _programs.Postgres, "-D", Data,
                .. options.SelectMany(option => new[] { "-c", $"{option.Key}={option.Value}" }),
            ];
        }
    }

    /// <summary>Starts a PostgreSQL and makes a harness of it.</summary>
    /// <param name="scope">The suite's; the server's files go below its folder.</param>
    /// <param name="section">What stands in the driver's section for an address.</param>
    /// <param name="probes">More probes; where one is of the same kind as the server, it is used instead.</param>
    /// <exception cref="BackendException">PostgreSQL is not installed, or did not start.</exception>
    public static async ValueTask<DriverHarness> HarnessAsync(
        SuiteScope scope, Func<BackendAddress, string> section, params object[] probes) =>
        (await StartAsync(scope, section).ConfigureAwait(false)).Harness(probes);

    /// <summary>Makes a cluster and starts it; returns when it answers.</summary>
    /// <param name="scope">The suite's; the server's files go below its folder.</param>
    /// <param name="section">What stands in the driver's section for an address; null when no driver is opened.</param>
    /// <param name="settings">Null for the kit's own.</param>
    /// <param name="cancellationToken">Gives up, and leaves nothing behind.</param>
    /// <exception cref="BackendException">PostgreSQL is not installed, or did not start.</exception>
    public static async ValueTask<PrivatePostgres> StartAsync(
        SuiteScope scope, Func<BackendAddress, string>? section = null, PostgresSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var postgres = new PrivatePostgres(scope, section, settings ?? new PostgresSettings());
        await postgres.StartFirstAsync(cancellationToken).ConfigureAwait(false);
        return postgres;
    }

    private protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var passwordFile = Path.Combine(Parent, Path.GetFileName(Folder) + ".password");
        await File.WriteAllTextAsync(passwordFile, _password, cancellationToken).ConfigureAwait(false);
        string[] arguments =
        [
            "-D", Data, "--no-sync", "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256",
            $"--username={Superuser}", $"--pwfile={passwordFile}",
        ];
        try
        {
            await User.TakeOverAsync(passwordFile).ConfigureAwait(false);
            try
            {
                await InitializeAsync([.. arguments, "--locale-provider=icu", "--icu-locale=en-US"], cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (BackendException)
            {
                // Before version 15, or built without ICU.
                await InitializeAsync(arguments, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    async Task InitializeAsync(string[] arguments, CancellationToken cancellationToken) =>
        await Tool.RunAsync(User.Command(_programs.Initdb, arguments), null, cancellationToken).ConfigureAwait(false);

    private protected override Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        PostgresGreeting.IsAnsweredAsync(Address, cancellationToken);

    // "15.14 (Debian 15.14-0+deb12u1)"
    private protected override async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var version = await QueryAsync("show server_version", cancellationToken).ConfigureAwait(false);
        return "PostgreSQL " + version.Split(' ')[0];
    }

    // A cluster that was killed leaves a segment of shared memory, which only its next start would remove.
    private protected override async Task CleanUpAsync()
    {
        const string segments = "/proc/sysvipc/shm";
        var file = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(file) || !File.Exists(segments) || Programs.TryFind("ipcrm") is not { } ipcrm) return;
        var lines = await File.ReadAllLinesAsync(file).ConfigureAwait(false);
        if (lines.ElementAtOrDefault(6)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var key, var id])
            return;
        // Key and number: the number alone may be somebody else's by now.
        var isThere = File.ReadLines(segments)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(segment => segment[0] == key && segment[1] == id);
        if (isThere) await Tool.RunAsync([ipcrm, "-m", id]).ConfigureAwait(false);
    }
}
