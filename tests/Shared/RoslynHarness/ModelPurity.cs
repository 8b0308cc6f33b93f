using System.Reflection;
using Microsoft.CodeAnalysis;

namespace StorageKit.Testing.Roslyn;

/// <summary>
/// Walks a generator's model by reflection. A symbol, a syntax node, a location or a compilation in it would make each
/// run unequal to the last and keep whole compilations alive. Collections are walked through their fields.
/// </summary>
static class ModelPurity
{
    public static void AssertPure(object? model, string step) =>
        Visit(model, step, new HashSet<object>(ReferenceEqualityComparer.Instance));

    static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null || IsLeaf(value.GetType()) || !seen.Add(value))
            return;
        Assert.False(
            value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Location or Diagnostic or AttributeData,
            $"{path} holds a {value.GetType().Name}; keep strings, enums and records.");
        if (value is Array items)
            foreach (var item in items)
                Visit(item, path + "[]", seen);
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            foreach (
                var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
    }

    static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type.IsPointer;
}
