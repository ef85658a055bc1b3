// biome-ignore lint/style/noDefaultExport: Eleventy looks for nothing else.
export default {
  tags: ["jobs"],
  layout: "post.njk",
  // The name of the file with its day, which Eleventy would cut off.
  permalink: ({ page }) => `/jobs/${page.inputPath.replace(/^.*\/|\.md$/g, "")}/`,
};
