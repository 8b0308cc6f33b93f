using StorageKit.Roslyn;

namespace StorageKit.Generators;

/// <summary>One driver, ready to be printed.</summary>
/// <param name="Name">As in TOML.</param>
/// <param name="Namespace">Of the generated class; empty for the global one.</param>
/// <param name="ClassName">The generated class.</param>
/// <param name="MethodName">The extension method of <c>Registry</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
internal sealed record RegistryModel(
    string Name, string Namespace, string ClassName, string MethodName, string Accessibility)
{
    /// <summary>The generated binder's class; null for a driver without options.</summary>
    public string? Binder { get; init; }

    public bool RequiresSection { get; init; }

    public bool UsesTimeProvider { get; init; }

    public EquatableArray<ResourceModel> Resources { get; init; }

    public EquatableArray<StoreModel> Stores { get; init; }

    /// <summary>The generated class, as code elsewhere names it.</summary>
    public string FullName => Namespace.Length == 0 ? $"global::{ClassName}" : $"global::{Namespace}.{ClassName}";
}
