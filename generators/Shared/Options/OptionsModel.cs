namespace StorageKit.Roslyn;

/// <summary>A class with <c>[StorageOptions]</c>, ready to be printed as a binder.</summary>
/// <param name="FullName">The class, with <c>global::</c>.</param>
/// <param name="Namespace">Of the class and its binder; empty for the global one.</param>
/// <param name="BinderName">The generated class.</param>
internal sealed record OptionsModel(string FullName, string Namespace, string BinderName)
{
    /// <summary>The binder can be called from where the options can be seen.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether a section has to be there: an option is required.</summary>
    public bool HasRequired { get; init; }

    /// <summary>In the order of their keys.</summary>
    public EquatableArray<OptionModel> Options { get; init; }

    /// <summary>The half of a partial record that keeps secrets out of <c>ToString</c>;
    /// null when there is none to write.</summary>
    public RedactionModel? Redaction { get; init; }

    public string BinderFullName => $"global::{Qualified}";

    public string BinderMetadataName => Qualified.Replace("@", "");

    string Qualified => Namespace.Length == 0 ? BinderName : $"{Namespace}.{BinderName}";
}

/// <summary>One option.</summary>
/// <param name="Name">The property, without <c>@</c>.</param>
/// <param name="Key">The TOML key.</param>
/// <param name="Reader">How it is read.</param>
/// <param name="Type">The property's type without <c>?</c>.</param>
/// <param name="Setting">How it gets into the object.</param>
internal sealed record OptionModel(string Name, string Key, OptionReader Reader, string Type, OptionSetting Setting)
{
    public bool IsRequired { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>Bounds as C# literals; null where there is none.</summary>
    public string? Min { get; init; }

    public string? Max { get; init; }

    /// <summary>The names of an enum and its members.</summary>
    public EquatableArray<ChoiceModel> Choices { get; init; }

    /// <summary>The contract that another driver is named for.</summary>
    public string? Contract { get; init; }

    /// <summary>The binder of a sub-table.</summary>
    public string? Binder { get; init; }
}

/// <summary>An enum's member: the name in TOML and in C#.</summary>
internal sealed record ChoiceModel(string Name, string Member);

/// <summary>The second half of a partial record with secrets.</summary>
/// <param name="Name">The record.</param>
/// <param name="Modifiers">Of its <c>PrintMembers</c>.</param>
/// <param name="Members">What is printed, in order.</param>
internal sealed record RedactionModel(string Name, string Modifiers, EquatableArray<RedactedMember> Members)
{
    /// <summary>Whether the author has left it to us what a debugger shows.</summary>
    public bool IsForDebuggers { get; init; }
}

/// <summary>A property in the text of a record; a secret one shows only that it is set.</summary>
internal sealed record RedactedMember(string Name, bool IsSecret);

internal enum OptionReader
{
    Text,
    Boolean,
    Integer,
    Number,
    Duration,
    Address,
    Choice,
    Texts,

    /// <summary>Texts that are copied into an array or list of the property's own.</summary>
    TextsCopied,
    Table,

    /// <summary>The name of another driver.</summary>
    Store,
}

internal enum OptionSetting
{
    /// <summary>In the object initializer.</summary>
    Initializer,

    /// <summary>By a <c>with</c> expression.</summary>
    With,

    /// <summary>By assignment.</summary>
    Assignment,
}
