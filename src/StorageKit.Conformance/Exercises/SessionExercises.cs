using System.Globalization;

namespace StorageKit.Conformance.Exercises;

/// <summary>The members of <see cref="ISessionStore"/>.</summary>
internal sealed class SessionExercises(ISessionStore store) : ContractExercises(store)
{
    readonly SessionRecord _seed = new(SessionId.New(), AgentId.New(), 1);

    protected override IReadOnlyList<Exercise> Members =>
    [
        new("ISessionStore.SaveAsync", token => store.SaveAsync(_seed with { StartedAtNs = 2 }, token)),
        new("ISessionStore.LoadAsync", async token =>
            await store.LoadAsync(_seed.SessionId, token).ConfigureAwait(false)),
        new("ISessionStore.DeleteAsync", token => store.DeleteAsync(_seed.SessionId, token)),
    ];

    protected override IReadOnlyList<Refusal> OtherRefusals =>
        [RefusesNull("ISessionStore.SaveAsync", token => store.SaveAsync(null!, token))];

    internal override ValueTask SeedAsync(CancellationToken cancellationToken) =>
        store.SaveAsync(_seed, cancellationToken);

    internal override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken) =>
        await store.LoadAsync(_seed.SessionId, cancellationToken).ConfigureAwait(false) is { } found
            ? string.Create(CultureInfo.InvariantCulture, $"a session started at {found.StartedAtNs}")
            : "no session";
}
