namespace StorageKit;

/// <summary>Makes a class the options of the driver whose store or resource asks for it. The generator emits a binder
/// from the <c>[storage.NAME]</c> table: required keys, defaults, ranges, unknown keys and wrong types, all errors at
/// once.</summary>
/// <remarks>A key is the property's name in snake case, or <see cref="OptionKeyAttribute"/>. Types: <c>string</c>,
/// <c>bool</c>, integers, <c>double</c>, <c>TimeSpan</c> (<c>"250ms"</c>, <c>"30s"</c>, <c>"5m"</c>, <c>"1h"</c>,
/// <c>"7d"</c>), enums (snake case, or <see cref="OptionKeyAttribute"/> too), <c>IReadOnlyList&lt;string&gt;</c> and
/// other options as sub-tables. A property that is <c>required</c> must be in the table; any other keeps its
/// initializer. <c>[Range]</c> of <c>System.ComponentModel.DataAnnotations</c> bounds a number.</remarks>
/// <example><code>
/// [StorageOptions]
/// public sealed record AcmeOptions
/// {
///     public required string Url { get; init; }
///     [Range(1, 1000)] public int PoolSize { get; init; } = 10;
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StorageOptionsAttribute : Attribute;
