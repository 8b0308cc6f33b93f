using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>The operations of one key that are drawn. A long history says nothing at the size of a page: what surrounds
/// the witness does.</summary>
internal sealed class TimelineWindow
{
    const int MostOperations = 160;

    readonly HashSet<long> _witness;
    readonly int _all;

    internal TimelineWindow(History history, IReadOnlyList<Operation> ofKey, IReadOnlyList<Operation> witness)
    {
        _witness = [.. witness.Select(operation => operation.Id)];
        _all = ofKey.Count;
        Origin = history.Origin;
        Operations = ofKey.Count <= MostOperations ? [.. ofKey] : Around(ofKey, Places(ofKey, witness));
        Callers = [.. Operations.Select(operation => operation.Caller).Distinct().Order()];
        Scale = new(Operations);
        Faults = [.. history.Faults.Where(fault => fault.End >= Scale.Start && fault.Start <= Scale.End)];
    }

    internal long Origin { get; }

    internal IReadOnlyList<Operation> Operations { get; }

    internal IReadOnlyList<int> Callers { get; }

    internal IReadOnlyList<FaultBand> Faults { get; }

    internal TimelineScale Scale { get; }

    internal bool IsWitness(Operation operation) => _witness.Contains(operation.Id);

    internal string Describe()
    {
        var drawn = Operations.Count == _all
            ? $"All {Html.Count(_all)} operations."
            : $"{Html.Count(Operations.Count)} of {Html.Count(_all)} operations, those around the witness.";
        return drawn + (Scale.HasBreaks ? " Grey: time that is left out, in which none of these ran." : "");
    }

    // A history without a witness of this key is shown at the time of the witness, or else at its beginning.
    static IReadOnlyList<int> Places(IReadOnlyList<Operation> ofKey, IReadOnlyList<Operation> witness)
    {
        var ids = witness.Select(operation => operation.Id).ToHashSet();
        var own = Enumerable.Range(0, ofKey.Count).Where(index => ids.Contains(ofKey[index].Id)).ToList();
        if (own.Count > 0) return own;
        var time = witness.Count == 0 ? 0 : witness.Min(operation => operation.Call);
        return [Math.Min(ofKey.Count - 1, ofKey.TakeWhile(operation => operation.Call < time).Count())];
    }

    static IReadOnlyList<Operation> Around(IReadOnlyList<Operation> ofKey, IReadOnlyList<int> places)
    {
        var shown = places.Take(MostOperations).ToHashSet();
        for (var distance = 1; shown.Count < MostOperations; distance++)
            foreach (var place in places)
            {
                if (shown.Count < MostOperations && place >= distance) shown.Add(place - distance);
                if (shown.Count < MostOperations && place + distance < ofKey.Count) shown.Add(place + distance);
            }
        return [.. shown.Order().Select(index => ofKey[index])];
    }
}
