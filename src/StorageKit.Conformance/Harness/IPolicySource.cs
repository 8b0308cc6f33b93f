namespace StorageKit.Conformance;

/// <summary>Probe: what stands behind a policy store that caches, its source of truth.
/// <see cref="IPolicySeed.PutAsync"/> of it changes the source alone: the cache is not told. Thread-safe.</summary>
/// <remarks>A store that is its own source needs none; then what only a cache can do wrong is left out.</remarks>
public interface IPolicySource : IPolicySeed
{
    /// <summary>How long the driver, as the harness configures it, answers from its copy when nobody invalidates it;
    /// more than zero.</summary>
    TimeSpan TimeToLive { get; }

    /// <summary>How often callers of one opened store that miss the same agent at once may read the source together; 1
    /// where all wait for one read.</summary>
    int MostReads => 1;

    /// <summary>How often the agent's policy has been read from the source, a read that is held back
    /// included.</summary>
    int ReadsOf(TenantId tenant, AgentId agent);

    /// <summary>From now on a read of the agent's policy sees what is stored, but is not answered before the returned
    /// object is disposed. One at a time for an agent.</summary>
    IDisposable Hold(TenantId tenant, AgentId agent);
}
