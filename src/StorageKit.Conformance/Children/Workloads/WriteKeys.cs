using System.Globalization;
using StorageKit.Conformance.Clauses;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Children;

/// <summary>Operation n writes key n; every third one deletes the key before it.</summary>
internal sealed class WriteKeys(string name) : Workload
{
    internal const string Sessions = "WriteSessions", Secrets = "WriteSecrets", Objects = "WriteObjects";

    internal override string Name => name;

    internal override async ValueTask<string> StepAsync(
        TenantStores stores, int index, CancellationToken cancellationToken)
    {
        var register = Register(stores);
        if (Deletes(index)) await register.DeleteAsync(Key(index - 1), cancellationToken).ConfigureAwait(false);
        else await register.WriteAsync(Key(index), Stamp(index), cancellationToken).ConfigureAwait(false);
        return "";
    }

    internal override async ValueTask VerifyAsync(
        ClauseContext context, TenantStores stores, int acknowledged, string when)
    {
        for (var i = 0; i < acknowledged; i++)
        {
            if (Deletes(i)) continue;
            var deletedBy = Deletes(i + 1) ? i + 1 : int.MaxValue;
            var value = await Register(stores).ReadAsync(Key(i), context.CancellationToken).ConfigureAwait(false);
            Expect.That(
                value.IsNone || value == Stamp(i), $"{when} what was written as number {i + 1} is half there: {value}");
            if (deletedBy == acknowledged) continue; // was under way: either is right
            Expect.That(
                deletedBy > acknowledged || value.IsNone,
                $"{when} what was written as number {i + 1} is there, though its deletion was acknowledged");
            Expect.That(
                deletedBy < acknowledged || !value.IsNone,
                $"{when} what was written as number {i + 1} of {acknowledged} acknowledged operations is missing");
        }
    }

    IRegister Register(TenantStores stores) => name switch
    {
        Sessions => new SessionRegister(stores.Get<ISessionStore>()),
        Secrets => new SecretRegister(stores.Get<ICredentialStore>()),
        _ => new ObjectRegister(stores.Get<IObjectStore>()),
    };

    static bool Deletes(int index) => index % 3 == 2;

    static ulong Stamp(int index) => (ulong)index + 1;

    static string Key(int index) => string.Create(CultureInfo.InvariantCulture, $"key-{index}");
}
