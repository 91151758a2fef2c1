using System;

namespace Kam.Plugins.Pipeline;

/// <summary>
/// A picture of the row before or after the operation, which the platform hands to the plug-in so that it need not retrieve it.
/// </summary>
/// <remarks>
/// Belongs to every step of the class that can carry it: a row has no image before its Create, none after its Delete, and none
/// of "after" before <see cref="Stage.PostOperation"/>. <see cref="Of"/> narrows it to one message. An image no step can carry
/// is an error of Kam.Generate.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ImageAttribute : Attribute
{
    /// <summary>Asks for an image.</summary>
    /// <param name="moment">Before or after the operation.</param>
    /// <param name="columns">Logical names of the columns in it; none means all, which is rarely worth its cost.</param>
    public ImageAttribute(ImageMoment moment, params string[] columns)
    {
        Moment = moment;
        Columns = columns;
    }

    /// <summary>Key of the image of <see cref="ImageMoment.Before"/> in the execution context.</summary>
    public const string PreImage = "PreImage";

    /// <summary>Key of the image of <see cref="ImageMoment.After"/> in the execution context.</summary>
    public const string PostImage = "PostImage";

    /// <summary>Before or after the operation.</summary>
    public ImageMoment Moment { get; }

    /// <summary>Logical names of the columns in it; empty means all.</summary>
    public string[] Columns { get; }

    /// <summary>The only message it is for; null for every message of the class that can carry it.</summary>
    public string? Of { get; set; }
}

/// <summary>Which state of the row an image shows. Values are the platform's image types.</summary>
public enum ImageMoment
{
    /// <summary>As stored before the operation.</summary>
    Before = 0,

    /// <summary>As stored by the operation.</summary>
    After = 1,
}
