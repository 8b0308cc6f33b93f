using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Exercises;

/// <summary>The members of one contract as calls, bound to a store; so that what holds for every contract is checked by
/// one loop. A contract's optional abilities are among them where the store has them.</summary>
internal abstract class ContractExercises(object store)
{
    static readonly string[] s_noKeys = ["\ud83d", "\udd11", "a\ud83db"];

    /// <summary>The store.</summary>
    internal object Store => store;

    /// <summary>Whether it has an end.</summary>
    internal bool IsDisposable => store is IAsyncDisposable or IDisposable;

    /// <summary>Every member with valid arguments, in an order in which each finds what it needs after
    /// <see cref="SeedAsync"/>.</summary>
    internal IReadOnlyList<Exercise> Valid =>
    [
        .. Members,
        .. store is IHealthCheckable health
            ? [new Exercise($"{nameof(IHealthCheckable)}.{nameof(health.CheckHealthAsync)}", health.CheckHealthAsync)]
            : Array.Empty<Exercise>(),
    ];

    /// <summary>Every member with each argument that it has to refuse.</summary>
    internal IReadOnlyList<Refusal> Refusals => [.. Keyed.SelectMany(BadKeys), .. OtherRefusals];

    /// <summary>The members that take a key; changing nothing but what is under this key.</summary>
    internal virtual IReadOnlyList<KeyedExercise> Keyed => [];

    /// <summary>The contract's own members, and those of its abilities.</summary>
    protected abstract IReadOnlyList<Exercise> Members { get; }

    /// <summary>Refusals of arguments other than keys.</summary>
    protected virtual IReadOnlyList<Refusal> OtherRefusals => [];

    /// <summary>Stores what <see cref="Valid"/> would change.</summary>
    internal abstract ValueTask SeedAsync(CancellationToken cancellationToken);

    /// <summary>What can be seen of everything that <see cref="Valid"/> and <see cref="Refusals"/> might change;
    /// without payloads.</summary>
    internal abstract ValueTask<string> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Every member refuses to go on, because the section is disposed.</summary>
    internal async ValueTask ExpectDisposedAsync(string when, CancellationToken cancellationToken)
    {
        foreach (var exercise in Valid)
            await Expect.ThrowsAsync<ObjectDisposedException>(
                () => exercise.CallAsync(cancellationToken), $"{exercise.Name} {when}").ConfigureAwait(false);
    }

    static IEnumerable<Refusal> BadKeys(KeyedExercise member)
    {
        yield return new(
            $"{member.Name}, key null", typeof(ArgumentException), token => member.CallAsync(null!, token));
        foreach (var key in s_noKeys)
            yield return new(
                $"{member.Name}, key {OddKeys.Name(key)}", typeof(ArgumentException),
                token => member.CallAsync(key, token));
    }

    protected static Refusal RefusesNull(string member, Func<CancellationToken, ValueTask> call) =>
        new($"{member}, null", typeof(ArgumentException), call);
}
