using System.Globalization;

namespace StorageKit.Conformance.Models;

/// <inheritdoc/>
/// <typeparam name="TStore">The contract.</typeparam>
/// <typeparam name="TState">What the model keeps; a new one is empty.</typeparam>
internal abstract class ContractModel<TStore, TState> : ContractModel
    where TStore : class
    where TState : new()
{
    const int OneStepOfTimeIn = 3;

    // Around the windows that a counter is given, and beyond. Not years: TimeProvider.GetElapsedTime computes with
    // doubles, which have no single ticks any more after 28 years.
    static readonly TimeSpan[] s_times =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1),
        TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), TimeSpan.FromDays(1),
    ];

    internal override Type Contract => typeof(TStore);

    internal override bool CanAsk(TenantStores stores) => stores.Find<TStore>() is not null;

    internal override Sequence NewSequence(Random random, int length)
    {
        var choices = new Choices(random);
        return SequenceOf(Enumerable.Range(0, length).Select(_ => Make(choices)));
    }

    internal override Sequence SequenceOf(IEnumerable<IReadOnlyList<int>> operations) =>
        SequenceOf(operations.Select(operation => Make(new(operation))));

    internal override Sequence SequenceOf(IReadOnlyList<int> choices)
    {
        var given = new Choices(choices);
        List<(Step<TStore, TState>, Choice[])> made = [];
        while (given.AreLeft) made.Add(Make(given));
        return SequenceOf(made);
    }

    /// <summary>A random operation. All choices are made here: the same step can be done again.</summary>
    protected abstract Step<TStore, TState> Next(Choices choices);

    /// <summary>Lets time go by in the model.</summary>
    protected virtual void Pass(TState state, TimeSpan by)
    {
    }

    Sequence<TStore, TState> SequenceOf(IEnumerable<(Step<TStore, TState>, Choice[])> made) => new(this, [.. made]);

    (Step<TStore, TState>, Choice[]) Make(Choices choices)
    {
        var step = IsTimed && choices.Next(OneStepOfTimeIn) == OneStepOfTimeIn - 1
            ? LetPass(choices.Pick(s_times))
            : Next(choices);
        return (step, choices.TakeMade());
    }

    Step<TStore, TState> LetPass(TimeSpan by) => new(
        string.Create(CultureInfo.InvariantCulture, $"{by:c} go by"),
        state =>
        {
            Pass(state, by);
            return Answer.Done;
        },
        static (_, _, _) => new((string?)null)) { Passes = by };
}
