namespace StorageKit.Roslyn;

/// <summary>The stores of one name in one compilation, in the order of their full names.</summary>
internal sealed record DriverGroup(string Name, EquatableArray<StoreModel> Stores)
{
    /// <summary>Something is wrong with one store or between them; nothing is generated.</summary>
    public bool IsBroken { get; init; }
}

/// <summary>Something wrong between stores; to be reported at the attribute of <paramref name="Store"/>.</summary>
internal sealed record DriverProblem(UsageRule Rule, string Store, string Subject, string Fact, string Remedy);
