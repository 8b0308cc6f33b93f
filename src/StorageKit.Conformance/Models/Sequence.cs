namespace StorageKit.Conformance.Models;

/// <summary>Operations of one contract, one after another, with the answers that are right.</summary>
/// <param name="model">What they were made by.</param>
internal abstract class Sequence(ContractModel model)
{
    /// <summary>What they were made by.</summary>
    internal ContractModel Model { get; } = model;

    /// <summary>The operations, as a failure shows them.</summary>
    internal abstract IReadOnlyList<string> Texts { get; }

    /// <summary>The choices that each operation is made of.</summary>
    internal abstract IReadOnlyList<IReadOnlyList<Choice>> Choices { get; }

    /// <summary>Begins it, on an empty model; the stores' tenant has to be empty, too.</summary>
    /// <param name="letPass">Lets the driver's time go by; null when the sequence is not timed.</param>
    internal abstract Play Start(Func<TimeSpan, ValueTask>? letPass = null);

    /// <summary>Does it all; not for a timed one.</summary>
    /// <returns>The first wrong answer, or null.</returns>
    internal ValueTask<Divergence?> PlayAsync(TenantStores stores, CancellationToken cancellationToken) =>
        PlayAsync(stores, letPass: null, cancellationToken);

    /// <summary>Does it all.</summary>
    /// <returns>The first wrong answer, or null.</returns>
    internal async ValueTask<Divergence?> PlayAsync(
        TenantStores stores, Func<TimeSpan, ValueTask>? letPass, CancellationToken cancellationToken)
    {
        var play = Start(letPass);
        for (var i = 0; i < Texts.Count; i++)
            if (await play.StepAsync(i, stores, cancellationToken).ConfigureAwait(false) is { } divergence)
                return divergence;
        return null;
    }
}

/// <inheritdoc/>
internal sealed class Sequence<TStore, TState>(
    ContractModel model, IReadOnlyList<(Step<TStore, TState> Step, Choice[] Choices)> made) : Sequence(model)
    where TStore : class
    where TState : new()
{
    internal override IReadOnlyList<string> Texts { get; } = [.. made.Select(one => one.Step.Text)];

    internal override IReadOnlyList<IReadOnlyList<Choice>> Choices { get; } = [.. made.Select(one => one.Choices)];

    internal override Play Start(Func<TimeSpan, ValueTask>? letPass = null) =>
        new Play<TStore, TState>([.. made.Select(one => one.Step)], letPass);
}
