using System.Globalization;
using System.Reflection;

namespace StorageKit.Tests;

/// <summary>Writes types and members as their declarations read, nullability included.</summary>
internal static class PublicApiNames
{
    static readonly NullabilityInfoContext Nullability = new();

    internal static string Declaration(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsSealed: true } => "sealed class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Where(i => i.IsPublic)
            .Select(Of).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsEnum)
            bases.Insert(0, Of(parent));
        var after = bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
        return $"{Attributes(type)}{kind} {Of(type)}{after}";
    }

    /// <summary>Null for what nobody outside can use, and for accessors, which their property stands for.</summary>
    internal static string? Member(MemberInfo member) =>
        Signature(member) is { } text ? $"{Attributes(member)}{text}" : null;

    static string? Signature(MemberInfo member) => member switch
    {
        ConstructorInfo c when IsVisible(c) => $"new({Parameters(c)})",
        MethodInfo m when IsVisible(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{Modifier(m)}{Of(m.ReturnType, Nullability.Create(m.ReturnParameter))} "
            + $"{m.Name}{Generics(m)}({Parameters(m)})",
        PropertyInfo p when p.GetAccessors(true).Any(IsVisible) =>
            $"{Modifier(p.GetAccessors(true)[0])}{Of(p.PropertyType, Nullability.Create(p))} {p.Name} "
            + $"{{ {Accessors(p)}}}",
        FieldInfo f when f.IsPublic || f.IsFamily => $"{(f.IsStatic ? "static " : "")}{Of(f.FieldType)} {f.Name}",
        _ => null,
    };

    internal static string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (type.IsArray) return Of(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value) + "?";
        var outer = type is { IsNested: true, IsGenericParameter: false } ? Of(type.DeclaringType!) + "." : "";
        if (!type.IsGenericType) return outer + type.Name;
        var name = type.Name.Split('`')[0];
        return $"{outer}{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    static string Of(Type type, NullabilityInfo info)
    {
        var mark = info.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (type.IsArray || !type.IsGenericType || info.GenericTypeArguments.Length == 0
            || Nullable.GetUnderlyingType(type) is not null) return Of(type) + mark;
        var arguments = type.GetGenericArguments().Select((argument, i) => Of(argument, info.GenericTypeArguments[i]));
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>{mark}";
    }

    // Of the product's own attributes only: they are promises of the contracts.
    static string Attributes(MemberInfo member)
    {
        var names = member.GetCustomAttributesData()
            .Where(a => a.AttributeType.IsPublic && a.AttributeType.Assembly == member.Module.Assembly)
            .Select(a => a.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal) + Arguments(a))
            .Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "" : $"[{string.Join(", ", names)}] ";

        static string Arguments(CustomAttributeData attribute) => attribute.ConstructorArguments.Count == 0
            ? ""
            : $"({string.Join(", ", attribute.ConstructorArguments)})";
    }

    static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
        _ => "",
    };

    static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";

    static string Accessors(PropertyInfo property)
    {
        var text = property.GetMethod is { } get && IsVisible(get) ? "get; " : "";
        if (property.SetMethod is not { } set || !IsVisible(set)) return text;
        var isInit = set.ReturnParameter.GetRequiredCustomModifiers().Length > 0;
        return text + (isInit ? "init; " : "set; ");
    }

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    static string Parameter(ParameterInfo parameter)
    {
        var passing = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var isSecret = parameter.GetCustomAttributesData().Any(a => a.AttributeType.Name == "SecretAttribute");
        var text =
            $"{(isSecret ? "[Secret] " : "")}{passing}{Of(parameter.ParameterType, Nullability.Create(parameter))} "
            + $"{parameter.Name}";
        if (!parameter.HasDefaultValue) return text;
        var value = parameter.DefaultValue switch
        {
            null => parameter.ParameterType.IsValueType ? "default" : "null",
            string s => $"\"{s}\"",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };
        return $"{text} = {value}";
    }
}
