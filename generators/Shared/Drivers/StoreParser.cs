using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>
/// Reads a class with <c>[StorageDriver]</c>. Generator and analyzers call the same code, so they always agree on what
/// is a driver and what is wrong with it.
/// </summary>
internal sealed class StoreParser(Compilation compilation, UsageProblems problems, CancellationToken cancellationToken)
{
    /// <summary>The class as a store; null when the attribute itself does not compile.</summary>
    public StoreModel? Parse(INamedTypeSymbol type, AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: string name }])
            return null;
        var place = type.Place(attribute, cancellationToken);
        var store = new StoreModel(name, type.FullName(), type.NamespaceName(), RegistrationName(type, name));
        var contracts = ContractsOf(type);
        CheckName(name, place);
        CheckShape(type, contracts, place);
        if (problems.Any)
            return store with { IsBroken = true };

        var parts = new PartsParser(compilation, problems, cancellationToken);
        var construction = parts.ParseStore(type, place);
        return construction is null || problems.Any
            ? store with { IsBroken = true }
            : store with
            {
                IsPublic = IsPublic(type),
                ProcessLocal = attribute.NamedArguments.Any(pair => pair is { Key: "ProcessLocal", Value.Value: true }),
                Contracts = contracts,
                Construction = construction,
                Resources = parts.Resources.ToEquatableArray(),
                Options = parts.Options.ToEquatableArray(),
            };
    }

    /// <summary>The contracts that a class implements, the author's own included,
    /// in the order of their names.</summary>
    public static EquatableArray<ContractModel> ContractsOf(INamedTypeSymbol type) => type.AllInterfaces
        .Select(contract => (contract.Find("StorageContract"), contract))
        .Where(pair => pair.Item1?.ConstructorArguments is [{ Value: string }])
        .Select(pair => new ContractModel((string)pair.Item1!.ConstructorArguments[0].Value!, pair.contract.FullName()))
        .OrderBy(contract => contract.FullName, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Why no instance of the class can be made; null when one can.</summary>
    public static string? WhyNotInstantiable(INamedTypeSymbol type) =>
        type.IsStatic ? "static"
        : type.IsAbstract ? "abstract"
        : type.IsOpenGeneric() ? "generic, or nested in a generic class"
        : type.IsFileLocal ? "visible in its file only"
        : null;

    void CheckName(string name, Location place)
    {
        if (DriverName.IsValid(name))
            return;
        if (name == DriverName.Reserved)
        {
            problems.Add(
                UsageRule.DriverNameInvalid, place,
                name, "cannot be a driver's name: [storage.encryption] is the section of the keys that credentials are "
                    + "encrypted with",
                "Write another one");
            return;
        }

        var remedy = DriverName.Sanitise(name) is { } sane ? $"Write '{sane}'" : "Write a name such as 'acme'";
        problems.Add(
            UsageRule.DriverNameInvalid, place,
            name, "cannot be a driver's name: it starts with a to z, then has a to z, 0 to 9, '_' and '-', "
                + "at most 63 characters",
            remedy);
    }

    void CheckShape(INamedTypeSymbol type, EquatableArray<ContractModel> contracts, Location place)
    {
        if (problems.Any)
            return;
        if (WhyNotInstantiable(type) is { } reason)
            problems.Add(
                UsageRule.ContractAndAttributeDisagree, place,
                type.ShortName(), $"has [StorageDriver] but is {reason}, so the registry cannot make one",
                "Move the attribute to a concrete class, or remove it");
        else if (contracts.Count == 0)
            problems.Add(
                UsageRule.ContractAndAttributeDisagree, place,
                type.ShortName(), "has [StorageDriver] but implements no storage contract",
                "Implement one, such as 'IAuditSink', or remove the attribute");
        else if (!compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            problems.Add(
                UsageRule.DriverCannotBeConstructed, place,
                type.ShortName(), "is private or protected, so the registry cannot construct it",
                "Make it, and the classes around it, internal or public");
        else if (type.AllInterfaces.FirstOrDefault(IsHiddenContract) is { } hidden)
            problems.Add(
                UsageRule.DriverCannotBeConstructed, place,
                type.ShortName(), $"implements the contract '{hidden.ShortName()}', which is private or protected, "
                    + "so nobody could ask for it",
                "Make it internal or public");
        else if (compilation.GetTypeByMetadataName("StorageKit.DriverRegistration") is null)
            problems.Add(
                UsageRule.DriverCannotBeConstructed, place,
                type.ShortName(), "cannot be registered: this project does not reference StorageKit",
                "Reference the package 'StorageKit' beside 'StorageKit.Abstractions'");
    }

    bool IsHiddenContract(INamedTypeSymbol contract) =>
        contract.Has("StorageContract") && !compilation.IsSymbolAccessibleWithin(contract, compilation.Assembly);

    /// <summary>
    /// The first of <c>AcmeDriver</c>, <c>AcmeDriverRegistration</c>, … that the author has not taken himself: a class
    /// that serves all contracts is very often called <c>AcmeDriver</c>.
    /// </summary>
    static string RegistrationName(INamedTypeSymbol type, string driver)
    {
        var pascal = DriverName.ToPascalCase(driver);
        string[] names = [pascal + "Driver", pascal + "DriverRegistration", pascal + "StorageDriver"];
        return names.FirstOrDefault(name => !type.ContainingNamespace.GetMembers(name).Any())
            ?? pascal + "StorageDriverRegistration";
    }

    static bool IsPublic(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            if (current.DeclaredAccessibility != Accessibility.Public)
                return false;
        return true;
    }
}
