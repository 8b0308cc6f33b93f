using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Exercises;

/// <summary>The members of <see cref="IObjectStore"/>.</summary>
internal sealed class ObjectExercises(IObjectStore store) : ContractExercises(store)
{
    const string Used = "used";

    internal override IReadOnlyList<KeyedExercise> Keyed =>
    [
        new("IObjectStore.WriteAsync", (key, token) => store.WriteAsync(key, "other"u8.ToArray(), token)),
        new("IObjectStore.ReadAsync", async (key, token) => await store.ReadAsync(key, token).ConfigureAwait(false)),
        new("IObjectStore.ExistsAsync",
            async (key, token) => await store.ExistsAsync(key, token).ConfigureAwait(false)),
        new("IObjectStore.ListAsync", async (prefix, token) => await ListAsync(prefix, token).ConfigureAwait(false)),
        new("IObjectStore.DeleteAsync", (key, token) => store.DeleteAsync(key, token)),
    ];

    protected override IReadOnlyList<Exercise> Members =>
        [.. Keyed.Select(member => new Exercise(member.Name, token => member.CallAsync(Used, token)))];

    internal override ValueTask SeedAsync(CancellationToken cancellationToken) =>
        store.WriteAsync(Used, "content"u8.ToArray(), cancellationToken);

    internal override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var content = Answer.Of(await store.ReadAsync(Used, cancellationToken).ConfigureAwait(false));
        return $"{content} in a list of {await ListAsync("", cancellationToken).ConfigureAwait(false)}";
    }

    async ValueTask<string> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        List<ObjectInfo> listed = [];
        await foreach (var found in store.ListAsync(prefix, cancellationToken).ConfigureAwait(false)) listed.Add(found);
        return Answer.Of(listed);
    }
}
