namespace StorageKit.Conformance;

/// <summary>Compares what a suite was generated from with the kit that runs it.</summary>
internal static class ManifestCheck
{
    /// <summary>Returns when each clause of the catalogue stands once in the suite, and each deviation is about one of
    /// them.</summary>
    /// <exception cref="SuiteException">Not so; it names every clause that is wrong.</exception>
    internal static void Verify(
        ConformanceManifest manifest, IEnumerable<string> catalogue, IReadOnlyCollection<DeviatesAttribute> deviations)
    {
        var known = catalogue.ToHashSet(StringComparer.Ordinal);
        var listed = manifest.Clauses.Concat(manifest.NotApplicable).ToList();
        var deviating = deviations.Select(deviation => deviation.Clause).ToList();
        List<string> problems = [];
        Add("missing", known.Except(listed));
        Add("unknown", listed.Except(known));
        Add("twice", Twice(listed));
        if (problems.Count > 0) problems.Add("build the suite again");
        Add("[Deviates] of an unknown clause", deviating.Except(known));
        Add("[Deviates] of a clause that is not applicable", deviating.Intersect(manifest.NotApplicable));
        Add("[Deviates] twice", Twice(deviating));
        Add(
            "[Deviates] without a reason", deviations.Where(d => string.IsNullOrWhiteSpace(d.Because))
                .Select(d => d.Clause));
        if (problems.Count > 0)
            throw new SuiteException($"The suite does not fit the kit that runs it: {string.Join("; ", problems)}.");

        void Add(string what, IEnumerable<string> ids)
        {
            var names = string.Join(", ", ids.Order(StringComparer.Ordinal));
            if (names.Length > 0) problems.Add($"{what}: {names}");
        }
    }

    static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key);
}
