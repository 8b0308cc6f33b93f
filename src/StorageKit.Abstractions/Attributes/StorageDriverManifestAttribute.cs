namespace StorageKit;

/// <summary>Says that an assembly holds a driver. Emitted by the generator; applications and suites are wired from it.
/// </summary>
/// <param name="name">The driver's name, as in TOML.</param>
/// <param name="registration">The generated class that has <c>Register(Registry)</c>.</param>
/// <param name="stores">The driver's store classes, in the order of their full names.</param>
/// <example><code>[assembly: StorageDriverManifest("acme", typeof(AcmeDriver), typeof(AcmeAudit), typeof(AcmeCounter))]
/// </code></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class StorageDriverManifestAttribute(string name, Type registration, params Type[] stores) : Attribute
{
    /// <summary>The driver's name, as in TOML.</summary>
    public string Name { get; } = name;

    /// <summary>The generated class that has <c>Register(Registry)</c>.</summary>
    public Type Registration { get; } = registration;

    /// <summary>The driver's store classes.</summary>
    public IReadOnlyList<Type> Stores { get; } = stores;
}
