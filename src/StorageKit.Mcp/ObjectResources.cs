using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using StorageKit.Tools;

namespace StorageKit.Mcp;

/// <summary>The objects of an agent's components as resources. They are listed and read by the components' own tools, so
/// that authorization, limits and audit are the same whichever way an object is asked for.</summary>
internal sealed class ObjectResources(ToolHost host, string agent)
{
    /// <summary>A page: what one call of one component's list tool gives.</summary>
    /// <param name="cursor">Where it begins, as the page before said; null for the first one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    internal async ValueTask<ListResourcesResult> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        var components = Components();
        if (components.Count == 0) return new();
        var (component, token) = cursor is null ? (components[0], null)
            : ReadCursor(cursor) ?? throw Invalid("The cursor is none of this server; begin the listing anew.");
        var at = components.IndexOf(component);
        if (at < 0) throw Invalid("The component of this cursor has gone; begin the listing anew.");
        var page = await CallAsync(
            $"{component}-list", token is null ? null : ("page_token", token), cancellationToken).ConfigureAwait(false);
        var next = page.GetProperty("next_page_token").GetString();
        return new()
        {
            Resources = [.. page.GetProperty("objects").EnumerateArray().Select(found => Describe(component, found))],
            NextCursor = next is not null ? WriteCursor(component, next)
                : at + 1 < components.Count ? WriteCursor(components[at + 1], null)
                : null,
        };
    }

    internal ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates =
        [
            .. Components().Select(component => new ResourceTemplate
            {
                Name = component,
                Title = $"Objects of {component}",
                Description = $"The value that is stored under a key in {component}; {component}-list has the keys.",
                UriTemplate = ObjectUri.TemplateOf(component),
            }),
        ],
    };

    internal async ValueTask<ReadResourceResult> ReadAsync(string? uri, CancellationToken cancellationToken)
    {
        // What is no URI of ours, is forbidden, or is not there is told in the same words.
        if (uri is null || ObjectUri.Read(uri) is not var (component, key) || !Components().Contains(component))
            throw NotFound(uri);
        var value = await CallAsync($"{component}-read", ("key", key), cancellationToken, uri).ConfigureAwait(false);
        if (value.GetProperty("next_offset").ValueKind != JsonValueKind.Null)
            throw Invalid(
                $"The value has {value.GetProperty("size").GetInt64()} bytes, more than a resource may have here. Read "
                + $"it page by page with the tool {component}-read.");
        var content = value.GetProperty("value").GetString()!;
        return new()
        {
            Contents =
            [
                value.GetProperty("encoding").ValueEquals("utf-8")
                    ? new TextResourceContents { Uri = uri, MimeType = "text/plain", Text = content }
                    : BlobResourceContents.FromBytes(
                        Convert.FromBase64String(content), uri, "application/octet-stream"),
            ],
        };
    }

    /// <summary>Those whose objects the agent may list and read.</summary>
    List<string> Components() =>
        [.. host.ComponentsFor(agent).Select(access => access.Component).OfType<StorageComponent>()
            .Select(component => component.Name)];

    async ValueTask<JsonElement> CallAsync(
        string tool, (string Name, string Value)? argument, CancellationToken cancellationToken, string? uri = null)
    {
        var arguments = argument is var (name, value)
            ? JsonSerializer.SerializeToElement(
                new Dictionary<string, string> { [name] = value }, ArgumentsJson.Default.DictionaryStringString)
            : default;
        var result = await host.CallAsync(agent, tool, arguments, cancellationToken).ConfigureAwait(false);
        return result.StructuredContent
            ?? throw (result.Outcome is ToolOutcome.NotFound or ToolOutcome.UnknownTool ? NotFound(uri)
                : new McpProtocolException(result.Text, McpErrorCode.InternalError));
    }

    static Resource Describe(string component, JsonElement found)
    {
        var key = found.GetProperty("key").GetString()!;
        return new()
        {
            Uri = ObjectUri.Of(component, key),
            Name = key,
            Size = found.GetProperty("size").GetInt64(),
        };
    }

    static string WriteCursor(string component, string? token) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{component} {token}"));

    static (string Component, string? Token)? ReadCursor(string cursor)
    {
        Span<byte> bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes[..length]);
        return text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
            ? (text[..space], space + 1 < text.Length ? text[(space + 1)..] : null) : null;
    }

    static McpProtocolException NotFound(string? uri) => new(
        uri is { Length: <= 2048 } ? $"There is no resource {JsonEncodedText.Encode(uri)} for you."
            : "There is no such resource for you.",
        McpErrorCode.ResourceNotFound);

    static McpProtocolException Invalid(string message) => new(message, McpErrorCode.InvalidParams);
}
