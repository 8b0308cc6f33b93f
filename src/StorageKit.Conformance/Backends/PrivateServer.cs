using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance;

/// <summary>A server of the suite's own: in the suite's folder, on a free port of the loopback address, run by an
/// unprivileged user when the tests are root's. It ends with the suite, and also when the test host is killed.
/// Thread-safe; starts, stops and kills are done one after another.</summary>
public abstract class PrivateServer
    : IBackendControl, IBackendEndpoint, IBackendDescription, IRawScan, IResourceProbe, IAsyncDisposable
{
    // A start that finds its port taken by another program tries again with another port.
    const int PortTries = 3;

    readonly SemaphoreSlim _gate = new(1);
    readonly Func<BackendAddress, string>? _section;
    ServerProcess? _process;
    bool _isDisposed;

    private protected PrivateServer(
        SuiteScope scope, string name, string user, Func<BackendAddress, string>? section, TimeSpan startPatience)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException(
                "Private servers are started through a Unix shell; on Windows, run the tests in WSL.");
        Name = name;
        User = ServerUser.For(user);
        Parent = scope.Folder;
        Folder = Path.Combine(Parent, $"{name}-{Guid.NewGuid():N}"[..(name.Length + 9)]);
        StartPatience = startPatience;
        _section = section;
    }

    /// <summary>Where it is reached; the same after a stop and a start.</summary>
    public abstract BackendAddress Address { get; }

    /// <summary>The folder of all its files: data, log, process id. The data is to be touched only while it is stopped.
    /// </summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public string Host => Address.Host;

    /// <inheritdoc/>
    public int Port { get; private set; }

    /// <summary>Product and version, as the server says it: <c>PostgreSQL 15.14</c>.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => !_isDisposed && _process is { HasExited: false };

    private protected string Name { get; }

    private protected ServerUser User { get; }

    private protected string Parent { get; }

    private protected TimeSpan StartPatience { get; }

    /// <summary>How long a stop in good order may take before the server is killed: 20 s.</summary>
    public static TimeSpan StopPatience { get; } = TimeSpan.FromSeconds(20);

    private protected abstract Task<string> DescribeAsync(CancellationToken cancellationToken);

    private protected abstract int StopSignal { get; }

    private protected abstract IEnumerable<string> Command { get; }

    private protected abstract Task PrepareAsync(CancellationToken cancellationToken);

    private protected abstract Task<bool> AnswersAsync(CancellationToken cancellationToken);

    private protected abstract Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>A harness with the section for this server's address and this server as a probe.</summary>
    /// <param name="probes">More probes; where one is of the same kind as the server, it is used instead.</param>
    /// <exception cref="InvalidOperationException">It was started without a section.</exception>
    public DriverHarness Harness(params object[] probes) => new(SectionAt(Host, Port), [this, .. probes]);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was started without a section.</exception>
    public string SectionAt(string host, int port) => _section is { } section
        ? section(Address with { Host = host, Port = port })
        : throw new InvalidOperationException(
            $"The private {Name} was started without a section. Give StartAsync what stands in the driver's section "
            + "for an address: at => $\"host = '{at.Host}'\\nport = {at.Port}\".");

    private protected async Task StartFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await User.CreateFolderAsync(Parent, Folder).ConfigureAwait(false);
            await PrepareAsync(cancellationToken).ConfigureAwait(false);
            for (var left = PortTries - 1; ; left--)
            {
                Port = FreePort.Choose();
                try
                {
                    await StartAsync(cancellationToken).ConfigureAwait(false);
                    Description = await DescribeAsync(cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (BackendException) when (left > 0 && !FreePort.IsFree(Port))
                {
                    continue;
                }
            }
        }
        catch
        {
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts it on the same data and port; returns when it answers. Does nothing when it runs.</summary>
    /// <exception cref="BackendException">It ended, or does not answer in time; with the end of its log.</exception>
    public ValueTask StartAsync(CancellationToken cancellationToken = default) => new(OneAtATimeAsync(async () =>
    {
        if (IsRunning) return;
        _process?.Dispose();
        var process = _process = new(Name, Folder, User.Command(Command.First(), Command.Skip(1)));
        try
        {
            await process.WhenReadyAsync(AnswersAsync, StartPatience, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await process.KillAsync().ConfigureAwait(false);
            throw;
        }
    }, cancellationToken));

    /// <summary>Stops it in good order; its connections end, its data stays. Does nothing when it is stopped.</summary>
    /// <exception cref="BackendException">It did not end in time, and was killed.</exception>
    public ValueTask StopAsync(CancellationToken cancellationToken = default) => new(OneAtATimeAsync(
        () => _process?.StopAsync(StopSignal, StopPatience) ?? Task.CompletedTask, cancellationToken));

    /// <summary>Kills all its processes; its data stays as it is on disk. Does nothing when it is stopped.</summary>
    public ValueTask KillAsync(CancellationToken cancellationToken = default) => new(OneAtATimeAsync(
        () => _process?.KillAsync() ?? Task.CompletedTask, cancellationToken));

    /// <summary>One item for each file in <see cref="Folder"/>, after everything in memory was written to disk.
    /// </summary>
    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ScanAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (IsRunning) await FlushAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var file in new FolderScan(Folder).ScanAsync(cancellationToken).ConfigureAwait(false))
            yield return file;
    }

    /// <summary>Connections of clients, the probe's own excluded.</summary>
    /// <inheritdoc/>
    public abstract ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Everything that is stored, whichever tenant's and whatever it is: nobody else uses this server, so the
    /// difference between two counts is what was stored between them.</summary>
    /// <inheritdoc/>
    public abstract ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Ends it for good and removes its folder. May be called twice.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isDisposed) return;
            _isDisposed = true;
            if (_process is { } process) await process.StopAsync(StopSignal, StopPatience).ConfigureAwait(false);
        }
        finally
        {
            _process?.Dispose();
            await CleanUpAsync().ConfigureAwait(false);
            if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
            _gate.Release();
            GC.SuppressFinalize(this);
        }
    }

    private protected virtual Task CleanUpAsync() => Task.CompletedTask;

    async Task OneAtATimeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            await change().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }
}
