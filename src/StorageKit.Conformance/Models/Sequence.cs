namespace StorageKit.Conformance.Models;

/// <summary>Operations of one contract, one after another, with the answers that are right.</summary>
internal abstract class Sequence
{
    /// <summary>The operations, as a failure shows them.</summary>
    internal abstract IReadOnlyList<string> Texts { get; }

    /// <summary>Begins it, on an empty model; the stores' tenant has to be empty, too.</summary>
    internal abstract Play Start();

    /// <summary>The sequence without some of its operations.</summary>
    internal abstract Sequence Without(int index, int count);

    /// <summary>Does it all.</summary>
    /// <returns>The first wrong answer, or null.</returns>
    internal async ValueTask<Divergence?> PlayAsync(TenantStores stores, CancellationToken cancellationToken)
    {
        var play = Start();
        for (var i = 0; i < Texts.Count; i++)
            if (await play.StepAsync(i, stores, cancellationToken).ConfigureAwait(false) is { } divergence)
                return divergence;
        return null;
    }
}

/// <inheritdoc/>
internal sealed class Sequence<TStore, TState>(IReadOnlyList<Step<TStore, TState>> steps) : Sequence
    where TStore : class
    where TState : new()
{
    internal override IReadOnlyList<string> Texts => [.. steps.Select(step => step.Text)];

    internal override Play Start() => new Play<TStore, TState>(steps);

    internal override Sequence Without(int index, int count) =>
        new Sequence<TStore, TState>([.. steps.Take(index), .. steps.Skip(index + count)]);
}
