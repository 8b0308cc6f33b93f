namespace StorageKit.Conformance;

/// <summary>What a clause cannot do without, beyond the contract itself. Each is had from an ability of the store or
/// from a probe of the harness; without either the clause is untested, with the reason.</summary>
[Flags]
public enum Needs
{
    /// <summary>Only the contract.</summary>
    None = 0,

    /// <summary>Reading audit entries back: <see cref="IAuditLog"/> or <see cref="IAuditProbe"/>.</summary>
    AuditReadBack = 1,

    /// <summary>Storing policies: <see cref="IPolicyWriter"/> or <see cref="IPolicySeed"/>.</summary>
    PolicySeed = 2,

    /// <summary>Seeing registrations: <see cref="ILifecycleMonitor"/> or <see cref="ILifecycleProbe"/>.</summary>
    LifecycleRead = 4,

    /// <summary>Moving the driver's clock: it takes a <see cref="TimeProvider"/>, or
    /// <see cref="IClockControl"/>.</summary>
    Clock = 8,

    /// <summary>Data that outlives the opened section: not <see cref="StorageDriverAttribute.ProcessLocal"/>.</summary>
    Shared = 16,

    /// <summary>Every byte at rest: <see cref="IRawScan"/>.</summary>
    RawScan = 32,

    /// <summary>Damaging stored data: <see cref="ITamper"/>.</summary>
    Tamper = 64,

    /// <summary>Stopping, killing and starting the backend: <see cref="IBackendControl"/>.</summary>
    BackendControl = 128,

    /// <summary>Counting what the driver holds in its backend: <see cref="IResourceProbe"/>.</summary>
    ResourceCount = 256,

    /// <summary>Setting the driver's wall clock while monotonic time goes on: every clock it reads is its
    /// <see cref="TimeProvider"/>.</summary>
    WallClock = 512,

    /// <summary>Audit entries by position: the sink is an <see cref="IAuditLog"/>.</summary>
    AuditLog = 1024,

    /// <summary>The files' modes: <see cref="IDataFolder"/>, on a system that has them.</summary>
    FileModes = 2048,

    /// <summary>A new master key: <see cref="IKeyRotation"/>.</summary>
    KeyRotation = 4096,

    /// <summary>Sessions that stay: the harness's section has no <c>session_ttl</c>.</summary>
    NoSessionTtl = 8192,

    /// <summary>Seeing how many counters are stored: <see cref="IResourceProbe"/>; or on the heap, where the driver
    /// declares <see cref="StorageDriverAttribute.ProcessLocal"/>.</summary>
    KeyCount = 65536,

    /// <summary>Standing between the driver and its backend: <see cref="IBackendEndpoint"/>. The clause's section is
    /// opened through a proxy of its own.</summary>
    Endpoint = 16384,

    /// <summary>The source behind a policy cache: <see cref="IPolicySource"/>.</summary>
    PolicySource = 131072,

    /// <summary>What other releases of the driver have stored: <see cref="IEarlierRelease"/>.</summary>
    EarlierRelease = 262144,

    /// <summary>Taking the backend away: <see cref="IBackendEndpoint"/> or <see cref="IBackendControl"/>.</summary>
    Outage = 16777216,

    /// <summary>A process of its own for the driver, which can be killed: <see cref="DriverUnderTest.Register"/>.
    /// </summary>
    ChildProcess = 32768,

    /// <summary>The driver's own writes and syncs, seen and made to fail: strace, and files that no backend writes
    /// (<see cref="IDataFolder"/>, no <see cref="IBackendControl"/>).</summary>
    OwnFiles = 1048576,
}
