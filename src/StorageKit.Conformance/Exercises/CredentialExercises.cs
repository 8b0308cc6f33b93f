using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Exercises;

/// <summary>The members of <see cref="ICredentialStore"/>.</summary>
internal sealed class CredentialExercises(ICredentialStore store) : ContractExercises(store)
{
    const string Used = "used";

    internal override IReadOnlyList<KeyedExercise> Keyed =>
    [
        new("ICredentialStore.PutSecretAsync", (key, token) => store.PutSecretAsync(key, "other"u8.ToArray(), token)),
        new("ICredentialStore.GetSecretAsync", async (key, token) =>
            await store.GetSecretAsync(key, token).ConfigureAwait(false)),
        new("ICredentialStore.DeleteSecretAsync", (key, token) => store.DeleteSecretAsync(key, token)),
    ];

    protected override IReadOnlyList<Exercise> Members =>
        [.. Keyed.Select(member => new Exercise(member.Name, token => member.CallAsync(Used, token)))];

    internal override ValueTask SeedAsync(CancellationToken cancellationToken) =>
        store.PutSecretAsync(Used, "secret"u8.ToArray(), cancellationToken);

    internal override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken) =>
        Answer.Of(await store.GetSecretAsync(Used, cancellationToken).ConfigureAwait(false));
}
