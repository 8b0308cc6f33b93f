using StorageKit.Conformance.Clauses;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Children;

/// <summary>Each operation replaces the value under one key by a new one of the same length.</summary>
internal sealed class OverwriteKey(string name) : Workload
{
    internal const string Session = "OverwriteSession", Secret = "OverwriteSecret", Object = "OverwriteObject";

    const string Key = "overwritten";
    const int Length = 16 * 1024; // more than a page: no system writes it in one step by accident

    internal override string Name => name;

    internal override async ValueTask<string> StepAsync(
        TenantStores stores, int index, CancellationToken cancellationToken)
    {
        await Register(stores).WriteAsync(Key, Stamp(index), cancellationToken).ConfigureAwait(false);
        return "";
    }

    internal override async ValueTask VerifyAsync(
        ClauseContext context, TenantStores stores, int acknowledged, string when)
    {
        var token = context.CancellationToken;
        var value = await Register(stores).ReadAsync(Key, token).ConfigureAwait(false);
        if (name == Object) await VerifyListingAsync(stores.Get<IObjectStore>(), value, when, token)
            .ConfigureAwait(false);
        if (acknowledged == 0 && value.IsNone) return;
        Expect.That(!value.IsNone, $"{when} nothing is there: neither the old value nor the new one");
        Expect.That(
            value.Number is not null, $"{when} the value is neither the old one nor the new one, but {value}");
        Expect.That(
            value.Number >= (ulong)acknowledged && value.Number <= (ulong)acknowledged + 1,
            $"{when} the value is that of write {value}, though write {acknowledged} was acknowledged "
            + $"and only write {acknowledged + 1} was under way");
    }

    static async ValueTask VerifyListingAsync(
        IObjectStore store, OperationValue value, string when, CancellationToken cancellationToken)
    {
        List<ObjectInfo> all = [];
        await foreach (var info in store.ListAsync("", cancellationToken).ConfigureAwait(false)) all.Add(info);
        var expected = value.IsNone ? 0 : 1;
        Expect.That(
            all.Count == expected && all.All(info => info is { Key: Key, Size: Length }),
            $"{when} the listing has {all.Count} objects instead of {expected}, or one of another size: "
            + "a trace of the write that was under way");
    }

    IRegister Register(TenantStores stores) => name switch
    {
        Session => new SessionRegister(stores.Get<ISessionStore>()),
        Secret => new SecretRegister(stores.Get<ICredentialStore>(), Length),
        _ => new ObjectRegister(stores.Get<IObjectStore>(), Length),
    };

    static ulong Stamp(int index) => (ulong)index + 1;
}
