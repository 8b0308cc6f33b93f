using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Stores;

/// <summary>Makes drivers that note, in order, what is opened and disposed.</summary>
internal sealed class Recorder
{
    readonly List<string> _events = [];

    internal IReadOnlyList<string> Events
    {
        get { lock (_events) return [.. _events]; }
    }

    /// <summary>What opening a label throws.</summary>
    internal Dictionary<string, Exception> FailsToOpen { get; } = [];

    internal HashSet<string> FailsToDispose { get; } = [];

    /// <summary>What happens just before a label is opened.</summary>
    internal Dictionary<string, Func<CancellationToken, Task>> BeforeOpening { get; } = [];

    internal void Note(string what)
    {
        lock (_events) _events.Add(what);
    }

    internal void Forget()
    {
        lock (_events) _events.Clear();
    }

    /// <summary>A driver with one resource and a store class for each entry, which serves the kinds in it (joined by
    /// +).</summary>
    internal DriverRegistration Driver(string name, params string[] stores) => new(name)
    {
        Resources = [new(typeof(RecordedStore), (_, cancellationToken) => OpenAsync(name, cancellationToken))],
        Stores = [.. stores.Select(kinds => Store(name, kinds))],
    };

    internal StoreRegistration Store(string driver, string kinds) => new(
        typeof(RecordedStore), [.. kinds.Split('+').Select(SampleDriver.Contract)],
        (scope, cancellationToken) => OpenAsync(
            $"{driver}/{kinds}{(scope.Tenant == TenantId.System ? "" : "@other")}", cancellationToken));

    async ValueTask<object> OpenAsync(string label, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (BeforeOpening.TryGetValue(label, out var before)) await before(cancellationToken);
        if (FailsToOpen.TryGetValue(label, out var failure)) throw failure;
        Note($"open {label}");
        return new RecordedStore(label, this);
    }
}
