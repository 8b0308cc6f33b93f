namespace StorageKit.Roslyn;

/// <summary>Makes drivers of the stores of a compilation and finds what is wrong between them.</summary>
internal static class DriverGrouping
{
    public static EquatableArray<DriverGroup> Group(
        IEnumerable<StoreModel> stores, List<DriverProblem>? problems = null)
    {
        var found = problems ?? [];
        var groups = new List<DriverGroup>();
        var generatedNames = new Dictionary<string, string>();
        foreach (var named in stores.GroupBy(store => store.Driver).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // A partial class with the attribute twice does not compile, but must not confuse us.
            var members = named
                .GroupBy(store => store.FullName).Select(same => same.First())
                .OrderBy(store => store.FullName, StringComparer.Ordinal).ToList();
            var before = found.Count;
            var isBroken = members.Any(store => store.IsBroken);
            if (!isBroken)
            {
                CheckContracts(named.Key, members, found);
                CheckOptions(named.Key, members, found);
                CheckGeneratedName(named.Key, members[0], generatedNames, found);
            }

            groups.Add(new(named.Key, members.ToEquatableArray()) { IsBroken = isBroken || found.Count > before });
        }

        return groups.ToEquatableArray();
    }

    static void CheckContracts(string driver, List<StoreModel> stores, List<DriverProblem> problems)
    {
        var owners = new Dictionary<string, (string Store, string Contract)>();
        foreach (var store in stores)
            foreach (var contract in store.Contracts)
                if (!owners.TryGetValue(contract.Kind, out var owner))
                    owners.Add(contract.Kind, (store.FullName, contract.FullName));
                else if (owner.Store == store.FullName)
                    problems.Add(new(
                        UsageRule.DriverNameInvalid, store.FullName,
                        Short(store.FullName), $"implements '{Short(owner.Contract)}' and "
                            + $"'{Short(contract.FullName)}', which are both the contract '{contract.Kind}'",
                        "Give one of the interfaces another kind"));
                else
                    problems.Add(new(
                        UsageRule.DriverNameInvalid, store.FullName,
                        Short(store.FullName),
                        $"and '{Short(owner.Store)}' both serve '{contract.Kind}' for the driver '{driver}'",
                        "Give one of them another driver name"));
    }

    static void CheckOptions(string driver, List<StoreModel> stores, List<DriverProblem> problems)
    {
        string? first = null;
        foreach (var store in stores)
            foreach (var options in store.Options)
                if ((first ??= options.FullName) != options.FullName)
                {
                    problems.Add(new(
                        UsageRule.DriverCannotBeConstructed, store.FullName,
                        driver, $"asks for two options classes, '{Short(first)}' and '{Short(options.FullName)}', "
                            + "but a driver has one section",
                        "Merge them into one class, the second as a sub-table if you like"));
                    return;
                }
    }

    static void CheckGeneratedName(
        string driver, StoreModel store, Dictionary<string, string> earlier, List<DriverProblem> problems)
    {
        var pascal = DriverName.ToPascalCase(driver);
        if (earlier.TryGetValue(pascal, out var twin))
            problems.Add(new(
                UsageRule.DriverNameInvalid, store.FullName,
                driver, $"is '{pascal}' in generated code, and so is the driver name '{twin}'",
                "Rename one of them"));
        else
            earlier.Add(pascal, driver);
    }

    static string Short(string fullName) => fullName.Substring(fullName.LastIndexOfAny(['.', ':']) + 1);
}
