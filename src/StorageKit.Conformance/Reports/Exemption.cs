using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StorageKit.Conformance;

/// <summary>A rule or clause that a driver's author has put out of force for one of its members.</summary>
/// <param name="Id">The rule (<c>SK1001</c>) or clause (<c>AUD-20</c>).</param>
/// <param name="Member">The class, or the class and its method.</param>
/// <param name="Because">The author's reason.</param>
public sealed record Exemption(string Id, string Member, string Because)
{
    const BindingFlags OwnMethods = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The <see cref="ContractExemptAttribute"/>s on a driver's stores and resources, and on their methods; in
    /// ordinal order.</summary>
    internal static IReadOnlyList<Exemption> Of(DriverRegistration driver) =>
    [
        .. driver.Stores.Select(store => store.StoreType)
            .Concat(driver.Resources.Select(resource => resource.ResourceType)).Distinct()
            .SelectMany(OfClass)
            .OrderBy(exemption => exemption.Id, StringComparer.Ordinal)
            .ThenBy(exemption => exemption.Member, StringComparer.Ordinal),
    ];

    [UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "A method that was trimmed away is not run, so its exemption is moot.")]
    static IEnumerable<Exemption> OfClass(Type type) =>
        OfMember(type, type.Name).Concat(
            type.GetMethods(OwnMethods).SelectMany(method => OfMember(method, $"{type.Name}.{method.Name}")));

    static IEnumerable<Exemption> OfMember(MemberInfo member, string name) =>
        member.GetCustomAttributes<ContractExemptAttribute>()
            .Select(attribute => new Exemption(attribute.Id, name, attribute.Because));
}
