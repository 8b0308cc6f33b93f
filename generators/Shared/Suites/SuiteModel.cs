namespace StorageKit.Roslyn;

/// <summary>A class with <c>[ConformanceSuite]</c>, as far as generated code needs to know it.</summary>
/// <param name="Driver">The driver's name, as in TOML.</param>
/// <param name="Namespace">Where the suite stands; empty for the global namespace.</param>
/// <param name="ClassName">The suite's class, escaped where it is a keyword.</param>
internal sealed record SuiteModel(string Driver, string Namespace, string ClassName)
{
    /// <summary>Whether nobody wrote the class: all of it is generated.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The file of the attribute: tests point there, not into generated code.</summary>
    public string File { get; init; } = "";

    /// <summary>The line of the attribute, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The generated class that registers the driver; null when no reference has it, then it stands in this
    /// compilation.</summary>
    public string? Registration { get; init; }

    /// <summary>The contracts that the driver serves, with <c>global::</c>.</summary>
    public EquatableArray<string> Contracts { get; init; }

    /// <summary>Every clause of the kit that is referenced.</summary>
    public EquatableArray<ClauseModel> Clauses { get; init; }

    /// <summary>Whether the driver has the contract that a clause is about.</summary>
    public bool Serves(ClauseModel clause) => clause.Contract is null || Contracts.Contains(clause.Contract);
}

/// <summary>A clause of the catalogue.</summary>
/// <param name="Id"><c>RLC-05</c>.</param>
/// <param name="Method">The name of its class, which becomes the name of the test.</param>
/// <param name="Sentence">What a driver has to do.</param>
/// <param name="Lane">In lower case.</param>
/// <param name="Contract">The contract with <c>global::</c>; null for a clause of all.</param>
/// <param name="ContractKind">The contract's kind key; null for a clause of all.</param>
internal sealed record ClauseModel(
    string Id, string Method, string Sentence, string Lane, string? Contract, string? ContractKind);
