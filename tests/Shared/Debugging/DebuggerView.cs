using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace StorageKit.Testing.Debugging;

/// <summary>
/// Everything that a debugger shows of an object when all of it is opened: its text, then its fields and properties, or
/// those of its proxy, except what is marked as not to be browsed.
/// </summary>
static class DebuggerView
{
    const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The texts, bytes read as UTF-8, one a line.</summary>
    public static string Of(object shown)
    {
        var text = new StringBuilder();
        Open(shown, text, new HashSet<object>(ReferenceEqualityComparer.Instance), depth: 0);
        return text.ToString();
    }

    static void Open(object? shown, StringBuilder text, HashSet<object> seen, int depth)
    {
        if (shown is null || depth > 8 || shown is Pointer or Type or Delegate || !seen.Add(shown)) return;
        text.AppendLine(shown switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            ReadOnlyMemory<byte> bytes => Encoding.UTF8.GetString(bytes.Span),
            _ => shown.ToString(),
        });
        var type = shown.GetType();
        if (type.IsPrimitive || type.IsEnum || shown is string or byte[] or ReadOnlyMemory<byte>) return;
        if (type.GetCustomAttribute<DebuggerTypeProxyAttribute>() is { } proxy && ProxyOf(proxy, shown) is { } view)
            (shown, type) = (view, view.GetType());
        if (shown is IEnumerable items && type.Namespace != "StorageKit")
            foreach (var item in items) Open(item, text, seen, depth + 1);
        else
            OpenMembers(shown, type, text, seen, depth);
    }

    static void OpenMembers(object shown, Type? type, StringBuilder text, HashSet<object> seen, int depth)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Own).Where(IsShown))
                if (!field.Name.StartsWith('<')) Open(field.GetValue(shown), text, seen, depth + 1);
            foreach (var property in type.GetProperties(Own).Where(IsShown))
                if (property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
                    Open(Read(property, shown), text, seen, depth + 1);
        }
    }

    static bool IsShown(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;

    // A debugger shows what a property throws, too.
    static object? Read(PropertyInfo property, object of)
    {
        try
        {
            return property.GetValue(of);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException?.Message;
        }
    }

    static object? ProxyOf(DebuggerTypeProxyAttribute attribute, object shown)
    {
        var type = Type.GetType(attribute.ProxyTypeName)
            ?? shown.GetType().Assembly.GetType(attribute.ProxyTypeName.Split(',')[0]);
        return type is null || type.IsGenericTypeDefinition ? null : Activator.CreateInstance(type, Own, null, [shown], null);
    }
}
